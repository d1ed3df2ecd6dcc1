using System.Diagnostics;
using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Synthesis;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Calibrating;

/// <summary>
/// Simulation-based calibration (Talts et al. 2018, arXiv:1804.06788): individuals are drawn from the prior, recorded as
/// Gaussian signals of their spectrum, and located like any recording. If posteriors are right, truths rank uniformly
/// among their draws, and 90 % of them lie within 90 % intervals.
/// </summary>
public static class Calibration
{
    private const int RankDraws = 200;

    /// <summary>The parameters of a model, the muscle's power, and the coordinates: what is calibrated.</summary>
    /// <param name="model">The model.</param>
    public static IReadOnlyList<string> QuantitiesOf(SpectralModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.Parameters.Select(p => p.Name), Electrode.MuscleParameter.Name, .. model.Coordinates.Select(c => c.Name)];
    }

    /// <summary>Tries a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How.</param>
    /// <param name="known">Individuals of an earlier, interrupted run with the same options, which are not tried again.</param>
    /// <param name="found">Told of each individual as it is done, one at a time.</param>
    /// <param name="progress">Told the fraction that is done.</param>
    /// <param name="cancel">Stops between individuals.</param>
    public static CalibrationResult Try(SpectralModel model, CalibrationOptions options,
        IReadOnlyCollection<CalibratedIndividual>? known = null, Action<CalibratedIndividual>? found = null,
        IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        var clock = Stopwatch.StartNew();
        var tried = new CalibratedIndividual?[options.Individuals];
        foreach (var one in (known ?? []).Where(k => k.Index < tried.Length))
            tried[one.Index] = one;
        int[] open = [.. Enumerable.Range(0, tried.Length).Where(i => tried[i] is null)];
        var done = tried.Length - open.Length;
        var telling = new Lock();
        Parallel.For(0, open.Length, new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Max(1, options.Locating.Threads),
            CancellationToken = cancel,
        }, n =>
        {
            var one = One(model, options, open[n], cancel);
            lock (telling)
            {
                tried[one.Index] = one;
                found?.Invoke(one);
                progress?.Report((double)++done / tried.Length);
            }
        });
        CalibratedIndividual[] good = [.. tried.Select(t => t!).Where(t => t.Converged)];
        return new CalibrationResult(model.Name, tried.Length, tried.Length - good.Length,
            [.. QuantitiesOf(model).Select((name, q) => new CalibratedQuantity(name, [.. good.Select(g => g.Truths[q])],
                [.. good.Select(g => g.Medians[q])], [.. good.Select(g => g.Ranks[q])]))], clock.Elapsed.TotalSeconds);
    }

    private static CalibratedIndividual One(
        SpectralModel model, CalibrationOptions options, int individual, CancellationToken cancel)
    {
        var random = new RandomStream(options.Locating.Seed, "calibration individual", individual);
        var template = RecordingLocator.Observe(Signal(options, Flat(options, random)), LocateSettings.Default);
        var density = new SpectralDensity(model, new GammaLikelihood(template));
        var (point, values) = (new double[density.Dimensions], new double[density.Dimensions]);
        density.DrawPrior(random, point);
        density.Parameters(point, values);
        var observed = RecordingLocator.Observe(
            Signal(options, Record(model, values, density.Brain, template.Grid, options, random)), LocateSettings.Default);
        var posterior = SpectrumLocator.Locate(model, observed,
            options.Locating with { Threads = 1, Seed = options.Locating.Seed + individual }, cancel);
        if (!posterior.Diagnostics.Converged)
            return CalibratedIndividual.Unknown(individual);
        var coordinates = new double[model.Coordinates.Count];
        model.CoordinatesOf(values.AsSpan(0, model.Parameters.Count), coordinates);
        double[] truth = [.. values, .. coordinates];
        var step = Math.Max(1, posterior.Draws.Length / RankDraws);
        double[][] draws = [.. Enumerable.Range(0, posterior.Draws.Length).Where(d => d % step == 0)
            .Select(d => (double[])[.. posterior.Draws[d], .. posterior.Coordinates[d]])];
        return new(individual, truth, [.. truth.Select((_, q) => Marginal.Of(draws.Select(d => d[q])).Median)],
            [.. truth.Select((t, q) => (draws.Count(d => d[q] < t) + random.Uniform()) / (draws.Length + 1))]);
    }

    private static int Length(CalibrationOptions options) => (int)(options.Seconds * options.SamplingRate);

    private static double[] Flat(CalibrationOptions options, RandomStream random)
    {
        var samples = new double[Length(options)];
        random.FillNormal(samples);
        return samples;
    }

    // Noise is periodic over its whole length: a quarter more is made than is kept.
    private static double[] Record(SpectralModel model, double[] values, ReadOnlySpan<double> brain, FrequencyGrid grid,
        CalibrationOptions options, RandomStream random)
    {
        var length = Numerics.Spectra.FastLength.Next(Length(options) * 5 / 4);
        var fine = new FrequencyGrid(options.SamplingRate / length, options.SamplingRate / length, length / 2);
        var power = new double[fine.Count];
        model.On(fine).TryEvaluate(values.AsSpan(0, values.Length - 1), power, withGradient: false);
        var (electrode, level) = (new Electrode(grid), values[^1] * Electrode.Mean(brain));
        var noise = new SpectralNoise(length, options.SamplingRate, hertz =>
            power[Math.Clamp((int)Math.Round(hertz / fine.StepHz) - 1, 0, power.Length - 1)] + (level * electrode.Muscle(hertz)));
        var (one, other) = (new double[length], new double[length]);
        noise.Fill(random, one, other);
        return one[..Length(options)];
    }

    private static Signal Signal(CalibrationOptions options, double[] samples) => Measurement.Biomarkers.Signal.Whole(
        new Channel("virtual", ChannelType.Eeg, "", options.SamplingRate, samples.Length), samples);
}
