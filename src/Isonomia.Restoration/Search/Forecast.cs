using System.Collections.Immutable;
using Isonomia.Restoration.Health;

namespace Isonomia.Restoration.Search;

/// <summary>
/// What a person is predicted to be with a plan: parameters, features and spectrum, each with the spread of what is
/// uncertain. Spectra are shares of the total power that the same draw has with nothing done, so that changes of power show.
/// </summary>
/// <param name="Parameters">In the order of the model's.</param>
/// <param name="Features">In the order of <see cref="SpectralFeatures.Names"/>.</param>
/// <param name="Spectrum">On <see cref="SpectralFeatures.Grid"/>.</param>
public sealed record Forecast(
    ImmutableArray<Spread> Parameters, ImmutableArray<Spread> Features, ImmutableArray<Spread> Spectrum)
{
    /// <summary>Predicts.</summary>
    /// <param name="result">The search that found the plan.</param>
    /// <param name="plan">The plan; one without items for doing nothing.</param>
    public static Forecast Of(RestorationResult result, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(plan);
        var effects = new EffectTable(result.Individual.Model, plan.Items, result.Options.Draws, result.Options.Seed);
        var evaluator = new PlanEvaluator(result.Individual, result.Health, effects);
        int[] all = [.. Enumerable.Range(0, plan.Items.Length)];
        var (parameters, features, spectra) = (new List<double[]>(), new List<double[]>(), new List<double[]>());
        for (var draw = 0; draw < result.Options.Draws; draw++)
        {
            evaluator.Distance([], draw);
            var total = 0.0;
            foreach (var power in evaluator.Spectrum)
                total += power * SpectralFeatures.Grid.StepHz;
            if (evaluator.Distance(all, draw) is null)
                continue;
            parameters.Add(evaluator.Parameters.ToArray());
            features.Add(evaluator.Features.ToArray());
            spectra.Add([.. evaluator.Spectrum.ToArray().Select(p => p / total)]);
        }

        return new(Spreads(parameters), Spreads(features), Spreads(spectra));
    }

    private static ImmutableArray<Spread> Spreads(List<double[]> rows) => rows.Count == 0
        ? []
        : [.. Enumerable.Range(0, rows[0].Length).Select(i => Spread.Of(rows.Select(r => r[i])))];
}
