namespace Isonomia.Measurement.Biomarkers.Criticality;

/// <summary>A decay b m^k, with an offset or without, fitted to the slopes of a multistep regression.</summary>
/// <param name="M">The branching parameter m, in 0 to 1: how many spikes follow one a step later.</param>
/// <param name="TauSteps">How long activity lasts, -1/ln m, in steps.</param>
/// <param name="Amplitude">b, which falls with the part of the activity that was recorded.</param>
/// <param name="RSquared">Share of the variance of the slopes that the decay explains.</param>
public sealed record BranchingEstimate(double M, double TauSteps, double Amplitude, double RSquared)
{
    /// <summary>What is left when the decay is over; 0 where none was fitted.</summary>
    public double Offset { get; init; }

    /// <summary>The sum of squares that is left.</summary>
    public double Residual { get; init; }
}
