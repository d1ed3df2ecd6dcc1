namespace Isonomia.Simulation.Theory;

/// <summary>Connections from one population to another, as mean-field theory sees them.</summary>
/// <param name="From">Index of the source.</param>
/// <param name="To">Index of the target.</param>
/// <param name="InDegree">Connections each target cell receives.</param>
/// <param name="Jump">By how much one spike moves V: the charge of its current over the capacitance.</param>
/// <param name="RelativeDeviation">Standard deviation of jumps between connections over their mean.</param>
public sealed record MeanFieldProjection(
    int From, int To, double InDegree, double Jump, double RelativeDeviation = 0);
