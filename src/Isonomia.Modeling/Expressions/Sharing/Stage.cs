namespace Isonomia.Modeling.Expressions.Sharing;

/// <summary>How often a value changes, and so how often it must be computed; in this order.</summary>
public enum Stage
{
    /// <summary>Once a run: constants, and parameters that all cells share.</summary>
    Run,

    /// <summary>Once a step: time, and what else all cells share.</summary>
    Step,

    /// <summary>For each cell at each step: states, parameters of single cells, draws.</summary>
    Cell,
}
