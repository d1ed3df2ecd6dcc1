using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;

namespace Isonomia.Reporting.Tables;

/// <summary>The main numbers of a population's spikes, in the order in which tables show them.</summary>
public sealed class SpikeSummary
{
    private static readonly (string Heading, string Unit, int Decimals, string Biomarker, string[] Path)[] Known =
    [
        ("rate", "Hz", 2, "spike_rate", ["rate_hz", "mean"]),
        ("CV", "", 2, "spike_intervals", ["cv", "mean"]),
        ("CV2", "", 2, "spike_intervals", ["cv2", "mean"]),
        ("LV", "", 2, "spike_intervals", ["lv", "mean"]),
        ("LvR", "", 2, "spike_intervals", ["lvr", "mean"]),
        ("Fano", "", 2, "fano_factor", ["fano", "mean"]),
        ("correlation", "", 3, "spike_correlation", ["mean"]),
        ("STTC", "", 3, "spike_tiling", ["mean"]),
        ("chi", "", 3, "spike_synchrony", ["chi"]),
        ("peak", "Hz", 1, "population_rhythm", ["peak_frequency_hz"]),
        ("timescale", "s", 3, "spike_timescale", ["tau_s"]),
        ("kappa", "", 2, "avalanches", ["kappa"]),
        ("m", "", 4, "branching", ["m"]),
        ("tau", "s", 3, "branching", ["tau_s"]),
        ("DCC", "", 2, "avalanches", ["dcc"]),
    ];

    private SpikeSummary(string heading, string unit, int decimals, Measured[] values) =>
        (Heading, Unit, Decimals, Values) = (heading, unit, decimals, values);

    /// <summary>What stands over the column.</summary>
    public string Heading { get; }

    /// <summary>Its unit; empty where it has none.</summary>
    public string Unit { get; }

    /// <summary>How many decimals are worth showing.</summary>
    public int Decimals { get; }

    /// <summary>One number a population, means over its units where it is theirs.</summary>
    public IReadOnlyList<Measured> Values { get; }

    /// <summary>The columns for which something was measured.</summary>
    public static IReadOnlyList<SpikeSummary> Of(IReadOnlyList<PopulationMeasurement> populations) =>
        [.. Known.Where(k => populations.Any(p => p.Biomarkers.ContainsKey(k.Biomarker))).Select(k =>
            new SpikeSummary(
                k.Heading, k.Unit, k.Decimals, [.. populations.Select(p => Find(p, k.Biomarker, k.Path))]))];

    // Where no unit has a value the group holds no more than the reason.
    private static Measured Find(PopulationMeasurement population, string biomarker, string[] path) =>
        population.Biomarkers.TryGetValue(biomarker, out var result) && result.ToReading().Find(path) is { } found
            ? found
            : Measured.Undefined("not measured");
}
