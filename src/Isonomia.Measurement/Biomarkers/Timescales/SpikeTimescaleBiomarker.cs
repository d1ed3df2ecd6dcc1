using Isonomia.Measurement.Biomarkers.Criticality.Branching;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Timescales;

/// <summary>How long the spike counts of units stay correlated with themselves.</summary>
public sealed class SpikeTimescaleBiomarker : ISpikeBiomarker
{
    private const int FewestSpikes = 100;
    private const int Resamples = 200;
    private const int FewestUnits = 10;

    /// <inheritdoc/>
    public string Name => "spike_timescale";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Intrinsic timescale of spike counts",
        "tau of A (exp(-lag/tau) + B), fitted to the autocorrelation of spike counts in bins, mean over units, from its "
        + "first fall on",
        Direction.Rises,
        Evidence.Weak,
        "Murray et al. 2014 Nat Neurosci, doi:10.1038/nn.3862, there across trials of a baseline, here along the "
        + "recording",
        "Along a recording whatever is slow (drifts, states, bursts, tasks) adds to the correlation; the offset takes up "
        + "what is much slower than the lags. Needs many spikes: counts of few are mostly noise, which lowers all lags alike "
        + "and leaves tau.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["tau_s"] = "the timescale, with an interval over units",
            ["units"] = $"units with {FewestSpikes} spikes or more, which were averaged",
            ["step_s"] = "length of the bins",
            ["correlations"] = "the autocorrelation, from lag 0 on",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } =
        [SpikeSettings.Range, AutocorrelationSettings.SpikeBin, AutocorrelationSettings.SpikeLag, SpikeSettings.Sample];

    /// <inheritdoc/>
    public BiomarkerResult Measure(SpikeAnalysis population)
    {
        ArgumentNullException.ThrowIfNull(population);
        var bin = population.Get(AutocorrelationSettings.SpikeBin);
        var lags = (int)Math.Round(population.Get(AutocorrelationSettings.SpikeLag) / bin);
        if (lags < 5 || population.Duration / bin > int.MaxValue)
        {
            return AutocorrelationResult.None(
                "spikes.autocorrelation_bin makes fewer than five lags, or too many bins", "units", bin, widths: false);
        }

        double[][] units = [.. population.Sample().Where(u => population.Times(u).Length >= FewestSpikes)
            .Select(u => Correlations(population, u, bin, lags)).OfType<double[]>()];
        if (units.Length == 0)
        {
            return AutocorrelationResult.None(
                $"no unit has {FewestSpikes} spikes and twice {lags * bin:0.###} s of time", "units", bin, widths: false);
        }

        var mean = Mean(units, [.. Enumerable.Range(0, units.Length)]);
        var (fit, why) = CorrelationDecay.Exponential(mean);
        var tau = fit is null ? Measured.Undefined(why!) : Interval(Measured.Of(fit.TauSteps * bin), units, bin);
        return new AutocorrelationResult(tau, null, null, units.Length, "units", bin, [1, .. mean]);
    }

    private static double[]? Correlations(SpikeAnalysis population, int unit, double bin, int lags)
    {
        var counts = ActivityBins.Of(population.Times(unit), population.Start, population.Stop, bin);
        return LaggedRegression.Of([counts], lags)?.Slopes is { } slopes && !slopes.Any(double.IsNaN) ? slopes : null;
    }

    private static double[] Mean(double[][] units, ReadOnlySpan<int> chosen)
    {
        var mean = new double[units[0].Length];
        foreach (var unit in chosen)
        {
            for (var k = 0; k < mean.Length; k++)
                mean[k] += units[unit][k] / chosen.Length;
        }

        return mean;
    }

    // Units are resampled: the interval is over the population they are from.
    private static Measured Interval(Measured tau, double[][] units, double bin)
    {
        if (units.Length < FewestUnits)
            return tau;
        var (drawn, chosen) = (new List<double>(), new int[units.Length]);
        for (var i = 0; i < Resamples; i++)
        {
            new RandomStream(1, "spike timescale", i).FillBelow(chosen, units.Length);
            if (CorrelationDecay.Exponential(Mean(units, chosen)).Fit is { } fit)
                drawn.Add(fit.TauSteps * bin);
        }

        double[] defined = [.. drawn];
        return defined.Length < Resamples / 2 ? tau : tau with
        {
            StandardError = Descriptive.StandardDeviation(defined, 1),
            Confidence95 = (OrderStatistics.Percentile(defined, 2.5), OrderStatistics.Percentile(defined, 97.5)),
        };
    }
}
