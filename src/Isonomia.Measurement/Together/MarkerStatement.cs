using Isonomia.Measurement.Biomarkers;

namespace Isonomia.Measurement.Together;

/// <summary>What one marker says, and what that is worth.</summary>
/// <param name="Biomarker">The biomarker's name in the output.</param>
/// <param name="Quantity">Its quantity.</param>
/// <param name="Part">The band or other part, or the population of spikes; empty for the whole.</param>
/// <param name="Definition">Which way more excitation moves it, how sure that is, and its caution.</param>
/// <param name="Scope">What it was measured of.</param>
/// <param name="Spread">What channels gave, or the one number of the whole.</param>
/// <param name="Possible">How many channels could have given it.</param>
public sealed record MarkerStatement(
    string Biomarker,
    string Quantity,
    string Part,
    BiomarkerDefinition Definition,
    MarkerScope Scope,
    MarkerSpread Spread,
    int Possible)
{
    /// <summary>The value that favours neither excitation nor inhibition, where there is one.</summary>
    public double? Neutral => MainQuantities.NeutralOf(Biomarker, Quantity);

    /// <summary>Which way it points by itself.</summary>
    public Pointing Pointing { get; init; }

    /// <summary>The share of those channels that point to more excitation; NaN where there is no neutral value.</summary>
    public double ShareToExcitation { get; init; } = double.NaN;
}
