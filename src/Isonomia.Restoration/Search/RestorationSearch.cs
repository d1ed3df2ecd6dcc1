using System.Collections.Immutable;
using Isonomia.Inference.Models;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Individuals;

namespace Isonomia.Restoration.Search;

/// <summary>
/// Searches interventions, doses and combinations for the least expected distance to health, over what is uncertain about the
/// person and about effects. Exhaustive: every dose of every intervention, every pair of them, and triples of those that do
/// something alone. The same seed gives the same numbers on any number of threads.
/// </summary>
/// <param name="individual">Who.</param>
/// <param name="health">What health is.</param>
/// <param name="options">What is allowed.</param>
public sealed class RestorationSearch(Individual individual, HealthyRange health, SearchOptions options)
{
    // A combination must be better than each of its parts by this share of the distance.
    private const double WorthCombining = 0.02;
    private const int MostCombinations = 20;
    private const int TripleOf = 8;
    private const int MarginDraws = 33;

    /// <summary>Searches.</summary>
    /// <param name="interventions">What may be given; those not defined in the person's model are left out and told of.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="CatalogueException">None of the interventions is defined in the person's model.</exception>
    public RestorationResult Run(
        IEnumerable<Intervention> interventions, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(interventions);
        var all = interventions.OrderBy(i => i.Name, StringComparer.Ordinal).ToArray();
        var given = all.Where(i => i.In(individual.Model.Name) is not null).ToArray();
        if (given.Length == 0)
            throw new CatalogueException($"none of the interventions is defined in the {individual.Model.Name} field");
        ImmutableArray<DosedIntervention> items = [.. given.SelectMany(Dosed)];
        var effects = new EffectTable(individual.Model, items, options.Draws, options.Seed);
        var plans = Plans(items, effects, cancellation, progress);
        var before = new PlanEvaluator(individual, health, effects).Evaluate([]);
        var allowed = plans.Where(o => o.Plan.Burden <= options.MostBurden && o.Unstable <= MostUnstable(before)).ToArray();
        var ranking = Rank(allowed);
        return new RestorationResult
        {
            Individual = individual,
            Health = health,
            Options = options,
            Before = Judge(before, effects),
            Ranking = [.. ranking.Select(o => Judge(o, effects))],
            Pareto = Front(allowed.Append(before)),
            Singles = [.. plans.Where(o => o.Plan.Items.Length == 1)],
            LeftOut = LeftOut(all, allowed),
            Sensitivity = ranking.Length > 1 ? Sensitivity.Of(ranking[0], ranking[1], individual, options) : [],
            Measurements = ranking.Length > 0 ? Sensitivity.Value([.. ranking.Append(before)], individual, options) : [],
            Plans = plans.Count,
        };
    }

    // Who may lose stability already cannot be asked for less than now.
    private double MostUnstable(Outcome before) => Math.Max(options.MostUnstable, before.Unstable);

    private IEnumerable<DosedIntervention> Dosed(Intervention intervention)
    {
        var (least, most) = (intervention.Dosing.Typical / 4, intervention.Dosing.Most);
        for (var i = 0; i < options.Doses; i++)
        {
            var dose = least * Math.Pow(most / least, options.Doses > 1 ? i / (options.Doses - 1.0) : 1);
            yield return new(intervention, double.Parse(dose.ToString("G2", System.Globalization.CultureInfo.InvariantCulture),
                System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private List<Outcome> Plans(ImmutableArray<DosedIntervention> items, EffectTable effects,
        CancellationToken cancellation, IProgress<double>? progress)
    {
        var levels = options.Doses;
        var singles = Evaluate([.. Enumerable.Range(0, items.Length).Select(i => new[] { i })], effects, cancellation, null);
        var done = new List<Outcome>(singles);
        if (options.Together >= 2)
        {
            done.AddRange(Evaluate([.. from i in Enumerable.Range(0, items.Length)
                from j in Enumerable.Range(i + 1, items.Length - i - 1)
                where i / levels != j / levels
                select new[] { i, j }], effects, cancellation, progress));
        }

        if (options.Together >= 3)
        {
            var best = singles.Chunk(levels).Select((doses, k) => (Index: k, Least: doses.Min(o => o.ExpectedDistance)))
                .OrderBy(b => b.Least).Take(TripleOf).Select(b => b.Index).Order().ToArray();
            var chosen = best.SelectMany(k => Enumerable.Range(k * levels, levels)).ToArray();
            done.AddRange(Evaluate([.. from i in chosen
                from j in chosen
                where j / levels > i / levels
                from k in chosen
                where k / levels > j / levels
                select new[] { i, j, k }], effects, cancellation, progress));
        }

        return done;
    }

    private Outcome[] Evaluate(
        int[][] plans, EffectTable effects, CancellationToken cancellation, IProgress<double>? progress)
    {
        var outcomes = new Outcome[plans.Length];
        var finished = 0;
        Parallel.For(0, plans.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            () => new PlanEvaluator(individual, health, effects),
            (i, _, evaluator) =>
            {
                outcomes[i] = evaluator.Evaluate(plans[i]);
                if (progress is not null && Interlocked.Increment(ref finished) is var count && count % 64 == 0)
                    progress.Report((double)count / plans.Length);
                return evaluator;
            },
            _ => { });
        return outcomes;
    }

    private static Outcome[] Rank(IEnumerable<Outcome> allowed)
    {
        var best = allowed.GroupBy(o => string.Join('+', o.Plan.Items.Select(i => i.Intervention.Name)), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(o => o.ExpectedDistance).ThenBy(o => o.Plan.Burden).First(),
                StringComparer.Ordinal);
        bool IsWorth(Outcome o) => o.Plan.Items.All(left =>
        {
            var rest = string.Join('+', o.Plan.Items.Where(i => i != left).Select(i => i.Intervention.Name));
            return !best.TryGetValue(rest, out var part) || o.ExpectedDistance < part.ExpectedDistance * (1 - WorthCombining);
        });
        IEnumerable<Outcome> Ordered(IEnumerable<Outcome> some) =>
            some.OrderBy(o => o.ExpectedDistance).ThenBy(o => o.Plan.Burden).ThenBy(o => o.Plan.ToString(), StringComparer.Ordinal);
        return
        [
            .. Ordered(best.Values.Where(o => o.Plan.Items.Length == 1)
                .Concat(Ordered(best.Values.Where(o => o.Plan.Items.Length > 1 && IsWorth(o))).Take(MostCombinations))),
        ];
    }

    private static ImmutableArray<Outcome> Front(IEnumerable<Outcome> plans)
    {
        var front = ImmutableArray.CreateBuilder<Outcome>();
        foreach (var plan in plans.OrderBy(o => o.Plan.Burden).ThenBy(o => o.ExpectedDistance))
        {
            if (front.Count == 0 || plan.ExpectedDistance < front[^1].ExpectedDistance)
                front.Add(plan);
        }

        return front.ToImmutable();
    }

    private RankedPlan Judge(Outcome outcome, EffectTable effects)
    {
        var evaluator = new PlanEvaluator(individual, health, effects);
        var indices = outcome.Plan.Items.Select(i => effects.Items.IndexOf(i)).ToArray();
        var stabilities = new List<Stability>();
        for (var draw = 0; draw < MarginDraws; draw++)
        {
            evaluator.Distance(indices, draw * options.Draws / MarginDraws);
            stabilities.Add(individual.Model.StabilityOf(evaluator.Parameters));
        }

        var median = stabilities.OrderBy(s => s.Margin).ElementAt(MarginDraws / 2);
        return new(outcome, median.Margin > 0 ? median.Margin : null, median, outcome.Plan.Evidence(individual.Model.Name));
    }

    private ImmutableArray<(string, string)> LeftOut(Intervention[] all, Outcome[] allowed)
    {
        var kept = allowed.Where(o => o.Plan.Items.Length == 1).Select(o => o.Plan.Items[0].Intervention.Name).ToHashSet();
        return
        [
            .. all.Where(i => !kept.Contains(i.Name)).Select(i => (i.Name,
                i.In(individual.Model.Name) is null
                    ? $"the catalogue gives no number for it in the {individual.Model.Name} field"
                    : "at every dose its burden or its risk of instability is greater than allowed")),
        ];
    }
}
