using Isonomia.Inference.Corticothalamic;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Search;

namespace Isonomia.Restoration.Checks;

/// <summary>What plans truly do to a virtual person, whose parameters are known and who responds by sizes of their own.</summary>
public static class TrueResponse
{
    // Responses that no search draws.
    private const int First = 1_000_000;

    /// <summary>The mean distance to health over ways to respond.</summary>
    /// <param name="person">The true parameters of a corticothalamic field.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="health">What health is.</param>
    /// <param name="responses">How many ways to respond.</param>
    /// <param name="seed">The seed.</param>
    public static double ExpectedDistance(double[] person, Plan plan, HealthyRange health, int responses, long seed)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(health);
        var model = CorticothalamicModel.Instance;
        var (evaluation, measure) = (model.On(SpectralFeatures.Grid), new SpectralFeatures(model));
        var (spectrum, features) = (new double[SpectralFeatures.Grid.Count], new double[SpectralFeatures.Names.Count]);
        var sum = 0.0;
        for (var response = 0; response < responses; response++)
        {
            var treated = (double[])person.Clone();
            foreach (var item in plan.Items)
            {
                var own = EffectTable.DrawsOf(item.Intervention, First + response, seed);
                EffectTable.Apply(model, item.Intervention, item.Intervention.Dosing.Strength(item.Dose, own[0]), own, treated);
            }

            if (evaluation.TryEvaluate(treated, spectrum, withGradient: false))
            {
                measure.Compute(treated, spectrum, features);
                sum += health.Distance(features);
            }
            else
            {
                sum += HealthyRange.Farthest;
            }
        }

        return sum / responses;
    }
}
