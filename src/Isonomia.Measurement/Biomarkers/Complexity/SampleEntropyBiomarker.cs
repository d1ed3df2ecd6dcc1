using Isonomia.Measurement.Biomarkers.Complexity.Kernels;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Complexity;

/// <summary>Sample entropy: how surprising the next value is, given a few before it that were seen before.</summary>
public sealed class SampleEntropyBiomarker : WindowedBiomarker
{
    /// <summary>Length of the templates.</summary>
    public static readonly Setting<int> Length = new(
        "sample_entropy.m", "2", "length of the templates of sample and multiscale entropy, 1 to 32", ReadLength);

    /// <summary>Tolerance as a share of the standard deviation.</summary>
    public static readonly Setting<double> Tolerance = new(
        "sample_entropy.r", "0.2", "tolerance of sample and multiscale entropy, in standard deviations",
        SettingText.Positive);

    /// <inheritdoc/>
    public override string Name => "sample_entropy";

    /// <inheritdoc/>
    public override BiomarkerDefinition Definition { get; } = new(
        "Sample entropy",
        "-ln(A / B): B pairs of places from which m values agree within r standard deviations, A those from which "
        + "m + 1 do",
        Direction.Undecided,
        Evidence.Weak,
        "Richman & Moorman 2000 Am J Physiol Heart Circ Physiol, doi:10.1152/ajpheart.2000.278.6.H2039",
        "Regular rhythms, slow drifts and seizures lower it, muscle and noise raise it; anaesthetics that strengthen "
        + "inhibition lower it too, so that its direction alone does not tell excitation from inhibition. Depends on "
        + "the sampling rate and on filters.")
    {
        Quantities = Meanings("sample entropy"),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [Window, Length, Tolerance];

    /// <inheritdoc/>
    protected override string Unit => "nat";

    /// <summary>
    /// Sample entropy of a series, -ln(A / B), in nats, by the largest difference of any two values (Chebyshev).
    /// </summary>
    /// <param name="x">Finite values.</param>
    /// <param name="m">Length of the shorter templates, 1 to 32.</param>
    /// <param name="tolerance">The largest difference that counts as agreement, in the unit of the values.</param>
    public static Measured Of(ReadOnlySpan<double> x, int m, double tolerance)
    {
        var (shorter, longer) = TemplateMatches.Count(x, m, tolerance);
        return longer > 0
            ? Measured.Of(-Math.Log((double)longer / shorter))
            : Measured.Undefined($"no {m + 1} successive values recur within the tolerance");
    }

    /// <inheritdoc/>
    protected override Measured OfWindow(ReadOnlySpan<double> window, ChannelAnalysis channel) =>
        Of(window, channel.Get(Length), channel.Get(Tolerance) * Descriptive.StandardDeviation(window));

    private static int ReadLength(string text) => SettingText.Count(text) is >= 1 and <= 32 and var length
        ? length
        : throw new FormatException("a whole number from 1 to 32 was expected");
}
