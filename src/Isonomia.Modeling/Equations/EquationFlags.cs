namespace Isonomia.Modeling.Equations;

/// <summary>The flags of an equation, with Brian 2's meaning.</summary>
[Flags]
public enum EquationFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A parameter that does not change during a run.</summary>
    Constant = 1,

    /// <summary>A subexpression evaluated once at the start of each step and held over it.</summary>
    ConstantOverDt = 2,

    /// <summary>One value for the whole population.</summary>
    Shared = 4,

    /// <summary>A state held still while its cell is refractory.</summary>
    UnlessRefractory = 8,

    /// <summary>A synaptic state updated only when its synapse has an event.</summary>
    EventDriven = 16,

    /// <summary>A synaptic state updated every step.</summary>
    ClockDriven = 32,

    /// <summary>A value that is summed over synapses into the target's variable.</summary>
    Summed = 64,
}
