using System.Collections.Immutable;
using Isonomia.Inference.Corticothalamic;
using Isonomia.Numerics.Random;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Individuals;
using Isonomia.Restoration.Search;

namespace Isonomia.Restoration.Checks;

/// <summary>
/// Whether the search finds what is known to be true. A virtual individual has a condition of a size of its own and responds
/// to each intervention by a size of its own. A noisy spectrum of it (averages of as many periodograms as two minutes give) is
/// all that the search sees: its posterior is that of a population in which all conditions are equally frequent, by importance
/// sampling. Then every intervention is truly applied at the dose that the ranking gives it.
/// </summary>
public static class KnownAnswers
{
    /// <summary>Independent periodograms of 4 s in two minutes of Hann windows that half overlap.</summary>
    private const double Averages = 57;

    private const int Population = 24_000;
    private const int Responses = 50;
    private const int Bins = 10;
    private static readonly RandomPurpose Noise = "periodogram";
    private static readonly RandomPurpose Resampling = "posterior-resampling";

    /// <summary>Tries.</summary>
    /// <param name="individuals">How many of each condition.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="threads">Threads; the result does not depend on them.</param>
    /// <param name="cancellation">Stops it.</param>
    public static KnownAnswersReport Run(int individuals, long seed, int threads, CancellationToken cancellation = default)
    {
        var conditions = CatalogueLibrary.Conditions.Where(c => c.In(CatalogueModels.Corticothalamic) is not null).ToArray();
        var bank = new SpectrumBank(
            [.. conditions.SelectMany((c, k) => PublishedPopulation.Draw(c, Population / conditions.Length, seed + 1000 + k))]);
        var all = conditions.SelectMany(c => Enumerable.Range(0, individuals).Select(i => (Condition: c, Index: i))).ToArray();
        var persons = conditions.ToDictionary(c => c.Name, c => PublishedPopulation.Draw(c, individuals, seed), StringComparer.Ordinal);
        var trials = new Trial[all.Length];
        Parallel.For(0, all.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, n =>
            trials[n] = Try(all[n].Condition, persons[all[n].Condition.Name][all[n].Index], n, bank, seed));
        return new(
            [.. trials.GroupBy(t => t.Condition, StringComparer.Ordinal).Select(g => new KnownAnswer(g.Key, g.Count(),
                g.Count(t => t.ExpectedRank < 3), g.Count(t => t.OwnRank < 3), g.Count(t => t.IsNamed),
                g.Count(t => t.IsNamed && t.ExpectedRank < 3), g.Average(t => t.Stated[0].Probability),
                g.Count(t => t.Stated[0].CameTrue)))],
            Reliability([.. trials.SelectMany(t => t.Stated)]));
    }

    private static Trial Try(Condition condition, double[] person, int number, SpectrumBank bank, long seed)
    {
        var model = CorticothalamicModel.Instance;
        var options = new SearchOptions { Together = 1, Draws = 200, Seed = seed + number, Threads = 1 };
        var observed = SpectrumBank.Observed(person, Averages, new RandomStream(seed, Noise, number));
        var posterior = bank.Posterior(observed, Averages, options.Draws, new RandomStream(seed, Resampling, number));
        var interventions = CatalogueLibrary.Interventions.Where(i => i.ActsOn(condition.Name));
        var found = new RestorationSearch(
            new Individual(condition.Name, model, posterior), PublishedHealth.Virtual, options).Run(interventions);
        var ranking = found.Ranking;
        var response = new TrueResponse(PublishedHealth.Virtual);
        double Applied(RankedPlan plan, int way) => response.Distance(person, plan.Plan, way, seed);
        var expected = ranking.Select(p => Enumerable.Range(0, Responses).Average(r => Applied(p, -1 - r))).ToArray();
        var truths = ranking.Select(p => Applied(p, number)).ToArray();
        return new(condition.Name, found.NeedsRestoring, expected.Count(d => d < expected[0]), truths.Count(d => d < truths[0]),
            [.. ranking.Select((plan, i) => (plan.Outcome.Restored, truths[i] <= PublishedHealth.Virtual.Limit))]);
    }

    private static ImmutableArray<(int, double, double)> Reliability((double Probability, bool CameTrue)[] stated) =>
    [
        .. stated.GroupBy(s => Math.Min(Bins - 1, (int)(s.Probability * Bins))).OrderBy(g => g.Key)
            .Select(g => (g.Count(), g.Average(s => s.Probability), g.Count(s => s.CameTrue) / (double)g.Count())),
    ];

    private sealed record Trial(
        string Condition, bool IsNamed, int ExpectedRank, int OwnRank, (double Probability, bool CameTrue)[] Stated);
}
