using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Criticality.Branching;

/// <summary>How many events follow one, whatever part of the activity was recorded.</summary>
public sealed class BranchingBiomarker : RecordingBiomarker<int[]>, ISpikeBiomarker
{
    private const int FewestEvents = 100;
    private const int FewestSteps = 10;
    private const int MostSteps = 5000;

    // A decay slower than this many times the range that was looked at has not been seen.
    private const double Unseen = 10;

    /// <inheritdoc/>
    public override string Name => "branching";

    /// <inheritdoc/>
    public override BiomarkerDefinition Definition { get; } = new(
        "Branching parameter (multistep regression)",
        "the slope of activity on activity k bins before is b m^k, fitted over k, so that the part that was recorded moves"
        + " b and not m; tau = -bin/ln m; activity is the count of spikes of all units, or of excursions of all channels"
        + " beyond a threshold",
        Direction.Rises,
        Evidence.Weak,
        "Wilting & Priesemann 2018 Nat Commun, doi:10.1038/s41467-018-04725-4; Spitzner et al. 2021 PLoS ONE, "
        + "doi:10.1371/journal.pone.0249447",
        "m is that of the chosen bin: compare tau, or m at one bin. Network bursts, waves and drifts of the rate pass for "
        + "memory; the checks find some of that. Of threshold crossings m says how long excursions last rather than how "
        + "activity spreads.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["m"] = "events that follow one in the next bin, on average; 1 is critical",
            ["tau_s"] = "how long activity lasts",
            ["susceptibility"] = "1/(1 - m): events in all that one entails, itself included",
            ["naive_m"] = "the slope at one bin, which what was not recorded biases towards 0",
            ["amplitude"] = "b, which falls with the part of the activity that was recorded",
            ["r_squared"] = "share of the variance of the slopes that the decay explains",
            ["offset_m"] = "m of a decay that may end at an offset",
            ["offset_tau_s"] = "its timescale",
            ["offset"] = "its offset",
            ["consistent"] = "whether the slopes are those of a branching process by all checks",
            ["bin_s"] = "length of the bins",
            ["mean_activity"] = "mean count of a bin",
            ["bins"] = "bins that were used",
            ["slopes"] = "the slopes, for k = 1, 2, ...",
        },
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
        [SpikeSettings.Range, .. ThresholdEvents.Settings, .. BranchingSettings.All];

    /// <inheritdoc/>
    public BiomarkerResult Measure(SpikeAnalysis population)
    {
        ArgumentNullException.ThrowIfNull(population);
        var bin = population.Get(BranchingSettings.Bin);
        if (population.Duration / bin > int.MaxValue)
            return BranchingResult.None("the recording has too many bins; widen branching.bin", bin);
        var events = MergedSpikes.Of(population);
        return Estimate([ActivityBins.Of(events, population.Start, population.Stop, bin)], bin, population.Settings);
    }

    /// <inheritdoc/>
    protected override int[] Take(ChannelAnalysis channel) => ThresholdEvents.Of(channel);

    /// <inheritdoc/>
    protected override BiomarkerResult Measure(RecordingAnalysis recording, IReadOnlyList<int[]> parts)
    {
        var width = Math.Max(1, Math.Round(recording.Get(BranchingSettings.Bin) * recording.SamplingRate));
        double[] events = [.. parts.SelectMany(p => p).Order().Select(s => (double)s)];
        return Estimate(
            [.. recording.Continuous.Select(part => ActivityBins.Of(events, part.First, part.End, width))],
            width / recording.SamplingRate, recording.Settings);
    }

    private static BranchingResult Estimate(ActivityBins[] parts, double bin, MeasureSettings settings)
    {
        var events = parts.Sum(p => p.Counts.Sum(c => (long)c));
        if (events < FewestEvents)
            return BranchingResult.None($"{events} events; {FewestEvents} are needed", bin);
        var steps = (int)Math.Clamp(Math.Round(settings.Get(BranchingSettings.Range) / bin), FewestSteps, MostSteps);
        if (LaggedRegression.Of(parts, steps) is not { } regression)
            return BranchingResult.None($"the recording is shorter than twice {steps * bin:0.###} s (branching.range)", bin);
        if (regression.Slopes.Any(double.IsNaN))
            return BranchingResult.None("activity does not vary", bin);
        if (!BranchingChecks.HasMemory(regression.Slopes))
        {
            return BranchingResult.None("slopes are not above zero: activity has no memory, as of a Poisson process", bin)
                with { Slopes = regression.Slopes, Mean = regression.Mean, Bins = regression.Bins };
        }

        var (plain, offset) = (MultistepRegression.Fit(regression.Slopes), MultistepRegression.FitWithOffset(regression.Slopes));
        string[] against = [.. BranchingChecks.Of(regression.Slopes, plain, offset)];
        return Judge(regression, plain, offset, against, bin, settings.Get(BranchingSettings.Samples));
    }

    private static BranchingResult Judge(LaggedRegression regression, BranchingEstimate plain, BranchingEstimate offset,
        string[] against, double bin, int samples)
    {
        var (drawnPlain, drawnOffset) = (new List<BranchingEstimate>(), new List<BranchingEstimate>());
        for (var i = 0; i < samples && regression.CanResample; i++)
        {
            var slopes = regression.Resampled(new RandomStream(1, "branching", i));
            drawnPlain.Add(MultistepRegression.Fit(slopes));
            drawnOffset.Add(MultistepRegression.FitWithOffset(slopes));
        }

        var range = regression.Slopes.Length;
        var unseen = $"slopes hardly decay over the {range * bin:0.###} s that were looked at; raise branching.range";
        Measured Of(BranchingEstimate fit, List<BranchingEstimate> drawn, Func<BranchingEstimate, double> value) =>
            fit.TauSteps > Unseen * range ? Measured.Undefined(unseen) : With(value(fit), drawn.Select(value));
        var result = new BranchingResult(
            Of(plain, drawnPlain, f => f.M),
            Of(plain, drawnPlain, f => f.TauSteps * bin),
            Of(plain, drawnPlain, f => 1 / (1 - f.M)),
            Of(offset, drawnOffset, f => f.M),
            Of(offset, drawnOffset, f => f.TauSteps * bin),
            Of(offset, drawnOffset, f => f.Offset),
            Measured.Of(regression.Slopes[0]),
            plain, against.Length == 0, regression.Slopes, bin, regression.Mean, regression.Bins);
        return result with
        {
            Warnings =
            [
                .. against,
                .. result.M.IsDefined && plain.TauSteps > range
                    ? [$"the timescale is longer than the {range * bin:0.###} s that were looked at; raise branching.range"]
                    : Array.Empty<string>(),
            ],
        };
    }

    private static Measured With(double value, IEnumerable<double> drawn)
    {
        double[] defined = [.. drawn.Where(double.IsFinite)];
        return defined.Length < 20 ? Measured.Of(value) : Measured.Of(value) with
        {
            StandardError = Descriptive.StandardDeviation(defined, 1),
            Confidence95 = (OrderStatistics.Percentile(defined, 2.5), OrderStatistics.Percentile(defined, 97.5)),
        };
    }
}
