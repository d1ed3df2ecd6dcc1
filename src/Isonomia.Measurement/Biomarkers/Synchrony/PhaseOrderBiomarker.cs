using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>Kuramoto's order parameter of all channels' phases in each band, and how much it fluctuates.</summary>
public sealed class PhaseOrderBiomarker : RecordingBiomarker<SynchronyPart>
{
    // The standard deviation of fewer is anyone's guess.
    private const int FewestMoments = 20;

    /// <inheritdoc/>
    public override string Name => "phase_order";

    /// <inheritdoc/>
    public override BiomarkerDefinition Definition { get; } = new(
        "Kuramoto order and metastability",
        "R(t) = |mean over channels of exp(i phase)|, phases by the analytic signal of the band; order is the mean of R over "
        + "time, metastability its standard deviation",
        Direction.Undecided,
        Evidence.Weak,
        "Kuramoto 1984 Chemical Oscillations, Waves, and Turbulence, doi:10.1007/978-3-642-69689-3; metastability: Shanahan "
        + "2010 Chaos, doi:10.1063/1.3305451; Deco et al. 2017 Sci Rep, doi:10.1038/s41598-017-03073-5",
        "Order is raised by volume conduction and a common reference, lowered by an average reference and by few common "
        + "sources of opposite sign; N unrelated channels give about 0.89/sqrt(N), not nought. Metastability falls towards "
        + "both ends of order. Compare only recordings with the same channels and reference.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["order"] = "mean over time of Kuramoto's order parameter, 0 to 1",
            ["metastability"] = "standard deviation over time of Kuramoto's order parameter",
            ["order_by_chance"] = "what unrelated channels of this number give on average, sqrt(pi/(4N))",
            ["moments"] = "at how many moments it was taken, two for each cycle of the band's width",
        },
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } = [];

    /// <summary>The order parameter at each moment.</summary>
    /// <param name="re">Real parts of each channel's analytic signal.</param>
    /// <param name="im">Imaginary parts.</param>
    public static double[] Order(IReadOnlyList<double[]> re, IReadOnlyList<double[]> im)
    {
        ArgumentNullException.ThrowIfNull(re);
        ArgumentNullException.ThrowIfNull(im);
        var order = new double[re[0].Length];
        for (var t = 0; t < order.Length; t++)
        {
            var (x, y) = (0.0, 0.0);
            for (var c = 0; c < re.Count; c++)
            {
                var size = Math.Sqrt((re[c][t] * re[c][t]) + (im[c][t] * im[c][t]));
                if (!(size > 0))
                    continue;
                x += re[c][t] / size;
                y += im[c][t] / size;
            }

            order[t] = Math.Sqrt((x * x) + (y * y)) / re.Count;
        }

        return order;
    }

    /// <inheritdoc/>
    protected override SynchronyPart Take(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return new SynchronyPart(0, null, [.. channel.Settings.Bands.Select(b => BandPhases.Of(channel, b))]);
    }

    /// <inheritdoc/>
    protected override BiomarkerResult Measure(RecordingAnalysis recording, IReadOnlyList<SynchronyPart> parts)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(parts);
        return new PhaseOrderResult(
            [.. recording.Settings.Bands.Select((band, b) => Of(band, [.. parts.Select(p => p.Phases[b])]))]);
    }

    private static BandOrder Of(Band band, BandPhases?[] channels)
    {
        if (channels.Length < 2)
            return Without("one channel alone has none to keep step with");
        if (channels.Any(c => c is null))
            return Without("the band reaches to half the sampling rate");
        BandPhases[] phases = [.. channels.OfType<BandPhases>()];
        var common = BandPhases.Common(phases);
        if (common[0].Length < FewestMoments)
        {
            return Without($"only {common[0].Length} moments are clean in every channel and clear of filters; "
                + $"{FewestMoments} are needed");
        }

        var order = Order([.. phases.Select((p, c) => Pick(p.Re, common[c]))], [.. phases.Select((p, c) => Pick(p.Im, common[c]))]);
        var mean = order.Average();
        var spread = Math.Sqrt(order.Sum(r => (r - mean) * (r - mean)) / order.Length);
        return new BandOrder(band, Measured.Of(mean), Measured.Of(spread), Math.Sqrt(Math.PI / 4 / phases.Length), order.Length);

        BandOrder Without(string why) => new(band, Measured.Undefined(why), Measured.Undefined(why), 0, 0);
    }

    private static double[] Pick(double[] values, int[] places) => [.. places.Select(p => values[p])];
}
