using System.Buffers;
using Isonomia.Measurement.Biomarkers.Complexity.Kernels;
using Isonomia.Measurement.Results;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Complexity;

/// <summary>
/// Lempel-Ziv complexity: how many different phrases are needed to write down when the signal lay above its median.
/// </summary>
public sealed class LempelZivBiomarker : WindowedBiomarker
{
    /// <inheritdoc/>
    public override string Name => "lempel_ziv";

    /// <inheritdoc/>
    public override BiomarkerDefinition Definition { get; } = new(
        "Lempel-Ziv complexity (LZ76)",
        "c / (n / log2 n), c = number of phrases of Lempel and Ziv's parsing of x > median(x), n samples",
        Direction.Rises,
        Evidence.Weak,
        "Lempel & Ziv 1976 IEEE Trans Inf Theory, doi:10.1109/TIT.1976.1055501; algorithm: Kaspar & Schuster 1987 "
        + "Phys Rev A, doi:10.1103/PhysRevA.36.842; lower under propofol: Schartner et al. 2015 PLoS ONE, "
        + "doi:10.1371/journal.pone.0133532; higher under ketamine: Schartner et al. 2017 Sci Rep, "
        + "doi:10.1038/srep46421",
        "That it follows excitation is inferred from drugs and states; seizures, which are excitation in excess, lower "
        + "it. Depends on the sampling rate, on filters and on the length of the windows: compare like with like.")
    {
        Quantities = Meanings("normalized complexity: about 1 for white noise, towards 0 for a regular signal"),
    };

    /// <summary>Number of phrases of the sequence <c>x[i] &gt; median(x)</c>; the last may be unfinished.</summary>
    /// <param name="x">Finite samples.</param>
    public static int Phrases(ReadOnlySpan<double> x)
    {
        var copy = ArrayPool<double>.Shared.Rent(x.Length);
        x.CopyTo(copy);
        var median = OrderStatistics.Median(copy.AsSpan(0, x.Length));
        ArrayPool<double>.Shared.Return(copy);
        return PhraseParsing.Count(x, median);
    }

    /// <inheritdoc/>
    protected override Measured OfWindow(ReadOnlySpan<double> window, ChannelAnalysis channel) =>
        Measured.Of(Phrases(window) * Math.Log2(window.Length) / window.Length);
}
