using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Validation.Contrasting;

/// <summary>
/// Eyes closed against eyes open in one person: subject S001 of the EEG Motor Movement/Imagery database (Schalk et al.
/// 2004, doi:10.1109/TBME.2004.827072), a minute of each, as recorded.
/// </summary>
/// <param name="Frequencies">Frequencies of the densities, in Hz.</param>
/// <param name="Open">Density over O1, Oz and O2, eyes open, in uV^2/Hz.</param>
/// <param name="Closed">The same, eyes closed.</param>
/// <param name="AlphaRatio">Occipital alpha power, closed over open.</param>
/// <param name="Sites">What was found at every electrode.</param>
/// <param name="Contrasts">Closed against open, from parts of ten seconds.</param>
/// <param name="Ranges">The difference of the exponent at other ranges than the usual one.</param>
public sealed record EyesStudy(
    double[] Frequencies,
    double[] Open,
    double[] Closed,
    double AlphaRatio,
    IReadOnlyList<EyesSite> Sites,
    IReadOnlyList<Contrast> Contrasts,
    IReadOnlyList<EyesRange> Ranges)
{
    /// <summary>The ratio of occipital alpha power that was found in this person independently: scipy's Welch, mean of
    /// O1, Oz and O2, 8 to 13 Hz.</summary>
    public const double KnownAlphaRatio = 12.7;

    private const double PartSeconds = 10;
    private static readonly string[] Occipital = ["O1", "Oz", "O2"];

    private static readonly Interval[] OtherRanges = [new(2, 40), new(4, 40), new(6, 45)];
    private static readonly Probe Probe = Fitted(OtherRanges[0]);

    /// <summary>Measures the two recordings.</summary>
    /// <param name="folder">Where <c>S001R01.edf</c> (eyes open) and <c>S001R02.edf</c> (eyes closed) are.</param>
    /// <exception cref="BadInputException">A recording is missing or cannot be read.</exception>
    public static EyesStudy Run(string folder)
    {
        using var open = RecordingFile.Open(Path.Combine(folder, "S001R01.edf"));
        using var closed = RecordingFile.Open(Path.Combine(folder, "S001R02.edf"));
        var (one, other) = (Condition.Of("eyes open", open), Condition.Of("eyes closed", closed));
        var sites = one.Names.Select((name, i) => new EyesSite(
            name.TrimEnd('.'), one.Alpha[i], other.Alpha[i], one.Exponent[i], other.Exponent[i])).ToArray();
        return new EyesStudy(
            one.Frequencies,
            one.Density,
            other.Density,
            sites.Where(IsOccipital).Sum(s => s.ClosedAlpha) / sites.Where(IsOccipital).Sum(s => s.OpenAlpha),
            sites,
            [
                new("log10 of alpha power, occipital", "log10(uV^2)", other.LogAlphaParts, one.LogAlphaParts),
                new("aperiodic exponent, occipital", "1", other.OccipitalExponentParts, one.OccipitalExponentParts),
                new("aperiodic exponent, all electrodes", "1", other.ExponentParts, one.ExponentParts),
            ],
            [.. OtherRanges.Select(range => Compare(range, one, other))]);
    }

    private static Probe Fitted(Interval range) => new(
        [("band_power", "alpha/absolute"), ("aperiodic", "exponent")],
        new Dictionary<string, string> { ["aperiodic.refits"] = "0", ["aperiodic.range"] = range.ToString() });

    private static EyesRange Compare(Interval range, Condition open, Condition closed)
    {
        var probe = Fitted(range);
        double Exponent(double[] samples) => probe.On(samples, open.Rate)[1].Value.Value;
        var differences = new double[open.Samples.Length];
        Parallel.For(0, differences.Length, c =>
            differences[c] = Exponent(closed.Samples[c]) - Exponent(open.Samples[c]));
        return new EyesRange(range, Descriptive.Median(differences), differences.Count(d => d < 0));
    }

    private static bool IsOccipital(EyesSite site) => Occipital.Contains(site.Name);

    private sealed record Condition(
        double Rate, double[][] Samples, string[] Names, double[] Frequencies, double[] Density,
        double[] Alpha, double[] Exponent,
        Group LogAlphaParts, Group OccipitalExponentParts, Group ExponentParts)
    {
        public static Condition Of(string name, Recording recording)
        {
            var rate = recording.Channels[0].SamplingRate;
            var channels = Enumerable.Range(0, recording.Channels.Count)
                .Where(c => recording.Channels[c].Type == ChannelType.Eeg).ToArray();
            var samples = channels.Select(recording.ReadAll).ToArray();
            var whole = new (double Alpha, double Exponent)[channels.Length];
            var length = (int)(PartSeconds * rate);
            var parts = new (double Alpha, double Exponent)[samples[0].Length / length][];
            Parallel.For(0, channels.Length, c => whole[c] = Measure(samples[c], rate));
            Parallel.For(0, parts.Length, p =>
                parts[p] = [.. samples.Select(s => Measure(s[(p * length)..((p + 1) * length)], rate))]);

            var occipital = Occipital.Select(site => Array.IndexOf(channels, recording.IndexOf(site))).ToArray();
            var spectra = occipital.Select(c => Welch.Estimate(
                samples[c], rate, new WelchOptions((int)(2 * rate), (int)rate))).ToArray();
            return new Condition(
                rate,
                samples,
                [.. channels.Select(c => recording.Channels[c].Name)],
                spectra[0].Frequencies,
                [.. spectra[0].Frequencies.Select((_, k) => spectra.Average(s => s.Density[k]))],
                [.. whole.Select(w => w.Alpha)],
                [.. whole.Select(w => w.Exponent)],
                new(name, [.. parts.Select(p => Math.Log10(occipital.Average(c => p[c].Alpha)))]),
                new(name, [.. parts.Select(p => occipital.Average(c => p[c].Exponent))]),
                new(name, [.. parts.Select(p => p.Average(c => c.Exponent))]));
        }

        private static (double Alpha, double Exponent) Measure(double[] samples, double rate)
        {
            var found = Probe.On(samples, rate);
            return (found[0].Value.Value, found[1].Value.Value);
        }
    }
}
