using System.Collections.Immutable;
using Isonomia.Numerics.Random;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Search;

namespace Isonomia.Restoration.Course;

/// <summary>
/// A plan as time goes by: given for a while, then withdrawn for a quarter of that while. Points lie at the same hour of
/// each day (or evenly, where it is short), as averages over the time since the point before.
/// </summary>
public static class TimeCourse
{
    private const double Hour = 3600;
    private const int Points = 80;
    private const int Steps = 24;
    private const int Draws = 64;

    private static readonly RandomPurpose Purpose = "drug-half-life";

    /// <summary>Follows a plan.</summary>
    /// <param name="result">The search that found it.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="seconds">How long it is given.</param>
    public static ImmutableArray<CoursePoint> Follow(RestorationResult result, Plan plan, double seconds)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(plan);
        var (draws, seed) = (Math.Min(Draws, result.Options.Draws), result.Options.Seed);
        var states = Enumerable.Range(0, draws).Select(d => plan.Items.Select((item, i) => new EffectState(
            item, EffectTable.DrawsOf(item.Intervention, d, seed)[0],
            new RandomStream(seed, Purpose, (d * 8) + i).Normal())).ToArray()).ToArray();
        var every = seconds * 1.25 / Points;
        var steps = Math.Max(Steps, (int)Math.Ceiling(every / Hour));
        var points = ImmutableArray.CreateBuilder<CoursePoint>();
        for (var point = 1; point <= Points; point++)
        {
            var isGiven = point * every <= seconds * (1 + 1e-9);
            var strengths = states.Select(s => Advance(s, every, steps, isGiven)).ToArray();
            points.Add(At(result, plan, strengths, point * every, isGiven));
        }

        return points.ToImmutable();
    }

    private static double[] Advance(EffectState[] states, double seconds, int steps, bool isGiven)
    {
        var sums = new double[states.Length];
        for (var step = 0; step < steps; step++)
        {
            for (var i = 0; i < states.Length; i++)
            {
                states[i].Step(seconds / steps, isGiven);
                sums[i] += states[i].Strength / steps;
            }
        }

        return sums;
    }

    private static CoursePoint At(
        RestorationResult result, Plan plan, double[][] strengths, double seconds, bool isGiven)
    {
        var model = result.Individual.Model;
        var (evaluation, measure) = (model.On(SpectralFeatures.Grid), new SpectralFeatures(model));
        var spectrum = new double[SpectralFeatures.Grid.Count];
        var (features, distances) = (new List<double[]>(), new List<double>());
        for (var d = 0; d < strengths.Length; d++)
        {
            var person = (double[])result.Individual.Samples[d % result.Individual.Samples.Count].Clone();
            for (var i = 0; i < plan.Items.Length; i++)
            {
                var intervention = plan.Items[i].Intervention;
                EffectTable.Apply(model, intervention, strengths[d][i],
                    EffectTable.DrawsOf(intervention, d, result.Options.Seed), person);
            }

            if (!evaluation.TryEvaluate(person, spectrum, withGradient: false))
            {
                distances.Add(HealthyRange.Farthest);
                continue;
            }

            var row = new double[SpectralFeatures.Names.Count];
            measure.Compute(person, spectrum, row);
            features.Add(row);
            distances.Add(result.Health.Distance(row));
        }

        var inside = features.Count(f => result.Health.Distance(f) <= result.Health.Limit);
        var n = (double)strengths.Length;
        return new CoursePoint(seconds, isGiven,
            [.. Enumerable.Range(0, plan.Items.Length).Select(i => Spread.Of(strengths.Select(s => s[i])))],
            Spread.Of(distances), inside / n, 1 - (features.Count / n),
            [.. Enumerable.Range(0, SpectralFeatures.Names.Count).Select(i => Spread.Of(features.Select(f => f[i])))]);
    }
}
