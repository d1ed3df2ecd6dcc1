using Isonomia.Inference.Models;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Individuals;

namespace Isonomia.Restoration.Search;

/// <summary>
/// Distances to health under plans, draw by draw. About 3 us a draw, of which the model's spectrum takes most; nothing is
/// allocated. It keeps scratch: each thread needs its own.
/// </summary>
internal sealed class PlanEvaluator(Individual individual, HealthyRange health, EffectTable effects)
{
    private readonly SpectralEvaluation evaluation = individual.Model.On(SpectralFeatures.Grid);
    private readonly SpectralFeatures measure = new(individual.Model);
    private readonly double[] parameters = new double[individual.Model.Parameters.Count];
    private readonly double[] spectrum = new double[SpectralFeatures.Grid.Count];
    private readonly double[] features = new double[SpectralFeatures.Names.Count];

    /// <summary>The parameters of the draw last looked at.</summary>
    public ReadOnlySpan<double> Parameters => parameters;

    /// <summary>Its spectrum, where it is stable.</summary>
    public ReadOnlySpan<double> Spectrum => spectrum;

    /// <summary>Its features, where it is stable.</summary>
    public ReadOnlySpan<double> Features => features;

    /// <summary>The distance in one draw; null without a stable steady state.</summary>
    /// <param name="items">Which items of the table are given.</param>
    /// <param name="draw">Which draw of effects; the person's is the same, modulo how many there are.</param>
    public double? Distance(ReadOnlySpan<int> items, int draw)
    {
        individual.Samples[draw % individual.Samples.Count].CopyTo(parameters, 0);
        effects.Apply(items, draw, parameters);
        if (!evaluation.TryEvaluate(parameters, spectrum, withGradient: false))
            return null;
        measure.Compute(parameters, spectrum, features);
        return health.Distance(features);
    }

    /// <summary>What a plan of items of the table does.</summary>
    public Outcome Evaluate(ReadOnlySpan<int> items)
    {
        var distances = new double[effects.Draws];
        var (sum, inside, unstable) = (0.0, 0, 0);
        for (var draw = 0; draw < distances.Length; draw++)
        {
            var distance = Distance(items, draw);
            distances[draw] = distance ?? HealthyRange.Farthest;
            sum += distances[draw];
            inside += distance <= health.Limit ? 1 : 0;
            unstable += distance is null ? 1 : 0;
        }

        var plan = new Plan([.. items.ToArray().Select(i => effects.Items[i])]);
        var n = (double)distances.Length;
        return new Outcome(plan, sum / n, inside / n, unstable / n, distances);
    }
}
