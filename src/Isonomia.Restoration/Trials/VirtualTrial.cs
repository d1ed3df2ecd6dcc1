using System.Collections.Immutable;
using Isonomia.Inference.Corticothalamic;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;
using Isonomia.Numerics.Statistics.Resampling;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Individuals;
using Isonomia.Restoration.Search;

namespace Isonomia.Restoration.Trials;

/// <summary>
/// A trial with parallel groups on virtual persons who have a condition, each of a size of its own, and respond to what they
/// are given by sizes of their own. The endpoint is read from noisy spectra, as of two minutes of EEG before and after; expectation
/// (placebo) and time do nothing. All persons are different.
/// </summary>
/// <param name="condition">Who is treated.</param>
/// <param name="arms">What is given, at least two arms.</param>
/// <param name="endpoint">One of <see cref="Endpoints"/>.</param>
/// <param name="seed">The run's seed.</param>
public sealed class VirtualTrial(Condition condition, ImmutableArray<TrialArm> arms, string endpoint, long seed)
{
    // Independent periodograms of 4 s in two minutes of Hann windows that half overlap.
    private const double Averages = 57;

    private const int Pool = 600;
    private const int Trials = 400;
    private const double Significant = 0.05;
    private static readonly int[] Sizes = [5, 8, 12, 20, 30, 50, 80, 120, 200];
    private static readonly RandomPurpose Noise = "trial-recording";
    private static readonly RandomPurpose Choice = "trial-of-this-size";

    private readonly CorticothalamicModel model = CorticothalamicModel.Instance;

    /// <summary>What may be recorded.</summary>
    public static IReadOnlyList<string> Endpoints => [.. SpectralFeatures.Names.Take(SpectralFeatures.OfSpectrum)];

    /// <summary>Runs it.</summary>
    /// <param name="persons">How many persons each arm has, at least 2.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="CatalogueException">The condition is not defined in the field, or an endpoint is unknown.</exception>
    public TrialResult Run(int persons, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(persons, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(arms.Length, 2);
        if (!Endpoints.Contains(endpoint))
            throw new CatalogueException($"'{endpoint}' cannot be recorded; endpoints are {string.Join(", ", Endpoints)}");
        var treated = Treat(persons * arms.Length, seed, cancellation);

        // Power is that of trials on other persons than those of this one.
        var pool = Treat(Pool * arms.Length, seed + 1, cancellation);
        var against = Math.Max(0, arms.ToList().FindIndex(a => a.IsSham));
        return new(condition, arms, endpoint, treated,
            [.. Enumerable.Range(0, arms.Length).Where(a => a != against).Select(a => Contrast(a, against, treated, pool))]);
    }

    private ImmutableArray<TrialPerson> Treat(int count, long from, CancellationToken cancellation)
    {
        var persons = PublishedPopulation.Draw(condition, count, from);
        var (evaluation, measure) = (model.On(SpectralFeatures.Grid), new SpectralFeatures(model));
        var (spectrum, features) = (new double[SpectralFeatures.Grid.Count], new double[SpectralFeatures.Names.Count]);
        var index = SpectralFeatures.Names.ToList().IndexOf(endpoint);
        var all = ImmutableArray.CreateBuilder<TrialPerson>(count);
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (arm, random) = (i % arms.Length, new RandomStream(from, Noise, i));
            var (before, distance, _) = Record(persons[i], random);
            var after = (double[])persons[i].Clone();
            foreach (var item in arms[arm].Plan.Items)
            {
                var own = EffectTable.DrawsOf(item.Intervention, i, from);
                EffectTable.Apply(model, item.Intervention, item.Intervention.Dosing.Strength(item.Dose, own[0]), own, after);
            }

            var (recorded, farther, inside) = Record(after, random);
            all.Add(new(i, arm, before!.Value, recorded, distance, farther, inside));
        }

        return all.MoveToImmutable();

        (double? Recorded, double Distance, bool Inside) Record(double[] person, RandomStream random)
        {
            if (!evaluation.TryEvaluate(person, spectrum, withGradient: false))
                return (null, HealthyRange.Farthest, false);
            measure.Compute(person, spectrum, features);
            var distance = PublishedHealth.Virtual.Distance(features);
            for (var k = 0; k < spectrum.Length; k++)
                spectrum[k] *= random.Gamma(Averages, 1 / Averages);
            measure.OfSpectrumOnly(spectrum, features);
            return (features[index], distance, distance <= PublishedHealth.Virtual.Limit);
        }
    }

    private TrialContrast Contrast(
        int arm, int against, ImmutableArray<TrialPerson> treated, ImmutableArray<TrialPerson> pool)
    {
        var (given, other) = (Changes(treated, arm), Changes(treated, against));
        if (given.Length < 2 || other.Length < 2)
            throw new CatalogueException($"fewer than two persons of an arm keep a stable steady state under '{arms[arm].Name}'");
        var p = PermutationTest.TwoSample(given, other, new PermutationOptions { Seed = seed }).P;
        var (most, least) = (Changes(pool, arm), Changes(pool, against));
        return new(arm, against, given.Average() - other.Average(), EffectSize.HedgesG(given, other), p,
            [.. Sizes.Where(n => n <= Math.Min(most.Length, least.Length)).Select(n => (n, Power(most, least, n)))]);
    }

    private double Power(double[] first, double[] second, int persons)
    {
        var significant = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var random = new RandomStream(seed, Choice, (persons * 1000L) + trial);
            random.Shuffle<double>(first);
            random.Shuffle<double>(second);
            significant += WelchTest.P(first.AsSpan(0, persons), second.AsSpan(0, persons)) < Significant ? 1 : 0;
        }

        return significant / (double)Trials;
    }

    private static double[] Changes(ImmutableArray<TrialPerson> persons, int arm) =>
        [.. persons.Where(p => p.Arm == arm).Select(p => p.Change).OfType<double>()];
}
