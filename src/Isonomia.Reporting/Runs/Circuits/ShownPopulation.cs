using System.Globalization;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Modeling.Circuits;
using Isonomia.Reporting.Markup;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>
/// A population as the circuit describes it, what it did, and what <c>measure</c> finds of its spikes.
/// </summary>
internal sealed class ShownPopulation
{
    // More panels than this make a page that nobody reads; the table has them all.
    private const int MostPanels = 24;

    // A spectrum of fewer windows than this is mostly chance: half overlapping, n take (n + 1)/2 times their length.
    private const int LeastWindows = 4;

    // Statistics of cells are made of so many spikes at most, the last ones, so that a report of a long run fits the memory.
    private const int MostSpikes = 1 << 21;

    private readonly Lazy<double[][]> trains;
    private readonly Lazy<SpikeAnalysis> analysis;
    private readonly Lazy<UnitStatisticsResult> intervals;
    private readonly Lazy<PairStatisticResult> correlations;
    private readonly Lazy<SynchronyResult> synchrony;
    private readonly Lazy<RhythmResult> rhythm;

    /// <summary>Looks at a population.</summary>
    /// <param name="model">Its description.</param>
    /// <param name="result">What it did; null where nothing is known of it.</param>
    public ShownPopulation(PopulationModel model, PopulationResult? result)
    {
        (Model, Counted, Result) = (model, result, result is { IsKept: true } ? result : null);
        From = Result is { SpikeTimes: { Length: > MostSpikes } times } ? times[times.Length - MostSpikes - 1] : 0;
        trains = new(() => (From > 0 ? Result?.Trains(From) : Result?.Trains()) ?? []);
        analysis = new(Analyse);
        intervals = new(() => (UnitStatisticsResult)new SpikeIntervalsBiomarker().Measure(analysis.Value));
        correlations = new(() => (PairStatisticResult)new SpikeCorrelationBiomarker().Measure(analysis.Value));
        synchrony = new(() => (SynchronyResult)new SpikeSynchronyBiomarker().Measure(analysis.Value));
        rhythm = new(() => (RhythmResult)new PopulationRhythmBiomarker().Measure(analysis.Value));
    }

    /// <summary>Its description.</summary>
    public PopulationModel Model { get; }

    /// <summary>What it did; null where its spikes were not kept.</summary>
    public PopulationResult? Result { get; }

    /// <summary>What it did, if only in number; null where nothing is known.</summary>
    public PopulationResult? Counted { get; }

    public string Name => Model.Name;

    public string Look => PopulationLook.Of(Model.Class);

    /// <summary>The time in seconds behind which spikes are looked at cell by cell: 0 unless there are very many.</summary>
    public double From { get; }

    /// <summary>For how long spikes are looked at cell by cell, in seconds.</summary>
    public double Looked => (Result?.Duration ?? 0) - From;

    /// <summary>The spike times of each cell, later than <see cref="From"/>.</summary>
    public double[][] Trains => trains.Value;

    /// <summary>Irregularity of the intervals of each cell.</summary>
    public UnitStatisticsResult Intervals => intervals.Value;

    /// <summary>Correlations of spike counts of pairs of cells.</summary>
    public PairStatisticResult Correlations => correlations.Value;

    /// <summary>How much its cells fire together.</summary>
    public SynchronyResult Synchrony => synchrony.Value;

    /// <summary>The peak of the spectrum of its rate.</summary>
    public RhythmResult Rhythm => rhythm.Value;

    /// <summary>The windows of the spectrum of its rate, in seconds: a second where the run is long enough.</summary>
    public double Window => 2 * Looked / (LeastWindows + 1) is var longest && longest >= 1
        ? 1
        : Math.Floor(longest * 50) / 50;

    /// <summary>All populations of a circuit, in its order.</summary>
    public static ShownPopulation[] Of(CircuitReportContent content) =>
    [
        .. content.Circuit.Populations.Select(p =>
            new ShownPopulation(p, content.Run.Populations.FirstOrDefault(r => r.Name == p.Name))),
    ];

    /// <summary>Those whose spikes were kept, as many as figures have panels for.</summary>
    public static ShownPopulation[] Drawn(IEnumerable<ShownPopulation> populations) =>
        [.. populations.Where(p => p.Result is not null).Take(MostPanels)];

    /// <summary>What is said where some are left out.</summary>
    public static string LeftOut(ShownPopulation[] all)
    {
        var more = all.Count(p => p.Result is not null) - MostPanels;
        return more > 0 ? $" The first {MostPanels} populations; {more} more are in the table." : "";
    }

    /// <summary>What is said where some have more spikes than are looked at cell by cell.</summary>
    public static string Shortened(ShownPopulation[] all) => string.Concat(all.Where(p => p.From > 0).Select(p =>
        $" Of {p.Name} the last {NumberText.Duration(p.Looked)} only, with its last {MostSpikes:N0} spikes."));

    private SpikeAnalysis Analyse()
    {
        var settings = RecordingMeasurer.DefaultSettings;
        if (Window > 0)
        {
            var window = Window.ToString(CultureInfo.InvariantCulture) + "s";
            settings = settings.With(SpikeSettings.RhythmWindow.Key, window);
        }

        SpikeTrain[] units =
        [
            .. Trains.Select((t, i) => new SpikeTrain($"{i}", From > 0 ? Array.ConvertAll(t, s => s - From) : t)),
        ];
        return new SpikeAnalysis(Name, units, Looked, settings);
    }
}
