using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Models;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Search;

namespace Isonomia.Restoration.Checks;

/// <summary>
/// What plans truly do to a virtual person, whose parameters are known and who responds by sizes of their own. It keeps scratch:
/// each thread needs its own.
/// </summary>
/// <param name="health">What health is.</param>
public sealed class TrueResponse(HealthyRange health)
{
    // Responses that no search draws.
    private const int First = 1_000_000;

    private static readonly CorticothalamicModel Model = CorticothalamicModel.Instance;
    private readonly SpectralEvaluation evaluation = Model.On(SpectralFeatures.Grid);
    private readonly SpectralFeatures measure = new(Model);
    private readonly double[] spectrum = new double[SpectralFeatures.Grid.Count];
    private readonly double[] features = new double[SpectralFeatures.Names.Count];

    /// <summary>The distance to health of a person who responds in one way.</summary>
    /// <param name="person">The true parameters of a corticothalamic field.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="response">Which way to respond, one that no search draws: above or below 0, but by less than a million.</param>
    /// <param name="seed">The seed.</param>
    public double Distance(double[] person, Plan plan, int response, long seed)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(plan);
        var treated = (double[])person.Clone();
        foreach (var item in plan.Items)
        {
            var own = EffectTable.DrawsOf(item.Intervention, First + response, seed);
            EffectTable.Apply(Model, item.Intervention, item.Intervention.Dosing.Strength(item.Dose, own[0]), own, treated);
        }

        if (!evaluation.TryEvaluate(treated, spectrum, withGradient: false))
            return HealthyRange.Farthest;
        measure.Compute(treated, spectrum, features);
        return health.Distance(features);
    }

    /// <summary>The mean distance to health over ways to respond.</summary>
    /// <param name="person">The true parameters of a corticothalamic field.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="health">What health is.</param>
    /// <param name="responses">How many ways to respond.</param>
    /// <param name="seed">The seed.</param>
    public static double ExpectedDistance(double[] person, Plan plan, HealthyRange health, int responses, long seed)
    {
        var response = new TrueResponse(health);
        return Enumerable.Range(0, responses).Average(r => response.Distance(person, plan, r, seed));
    }
}
