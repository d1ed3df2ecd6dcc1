namespace Isonomia.Modeling.Models;

/// <summary>What a test of a model looks at.</summary>
public enum ObservedQuantity
{
    /// <summary>The number of spikes ("spikes").</summary>
    Spikes,

    /// <summary>The number of spikes over the time observed, in Hz ("rate").</summary>
    Rate,

    /// <summary>The time of the first spike, in seconds ("first_spike").</summary>
    FirstSpike,

    /// <summary>The time of the last spike, in seconds ("last_spike").</summary>
    LastSpike,

    /// <summary>The last interval between spikes over the first ("adaptation").</summary>
    Adaptation,

    /// <summary>The standard deviation of the intervals over their mean ("interval_cv").</summary>
    IntervalVariation,

    /// <summary>The longest interval between spikes over the shortest ("interval_ratio"): large in bursts.</summary>
    IntervalRatio,

    /// <summary>A variable's value at the end ("final").</summary>
    Final,

    /// <summary>A variable's smallest value ("minimum").</summary>
    Minimum,

    /// <summary>A variable's largest value ("maximum").</summary>
    Maximum,
}
