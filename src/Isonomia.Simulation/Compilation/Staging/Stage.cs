namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>How often a value must be computed: what it depends on besides constants and shared parameters.</summary>
[Flags]
internal enum Stage
{
    /// <summary>On nothing: once per run.</summary>
    Run = 0,

    /// <summary>On the cell: once per run for each cell.</summary>
    Cell = 1,

    /// <summary>On time: once per step.</summary>
    Step = 2,

    /// <summary>On both: for each cell at each step.</summary>
    Lane = Cell | Step,
}
