using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Models;
using Isonomia.Inference.Sampling;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Locating;

/// <summary>
/// The posterior of a model's parameters and of the muscle's power given a spectrum, over the logits of where each
/// parameter lies between its limits. The prior is uniform over what the model allows and stable.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="likelihood">The likelihood of the observed spectrum.</param>
public sealed class SpectralDensity(SpectralModel model, SpectralLikelihood likelihood) : Density
{
    private const int MostTries = 20_000;
    private readonly SpectralEvaluation evaluation = model.On(likelihood.Observed.Grid);
    private readonly Electrode electrode = new(likelihood.Observed.Grid);
    private readonly double[] values = new double[model.Parameters.Count + 1];
    private readonly double[] places = new double[model.Parameters.Count + 1];
    private readonly ParameterBounds[] bounds = new ParameterBounds[model.Parameters.Count + 1];
    private readonly double[] lowSlopes = new double[model.Parameters.Count + 1];
    private readonly double[] highSlopes = new double[model.Parameters.Count + 1];
    private readonly double[] brain = new double[likelihood.Observed.Grid.Count];
    private readonly double[] byBrain = new double[likelihood.Observed.Grid.Count];
    private readonly double[] seen = new double[likelihood.Observed.Count];
    private readonly double[] slopes = new double[likelihood.Observed.Count];

    /// <inheritdoc/>
    public override int Dimensions => values.Length;

    /// <summary>The expected periodogram at the point last evaluated, up to scale.</summary>
    public ReadOnlySpan<double> Seen => seen;

    /// <summary>The model's spectrum on the grid at the point last evaluated, up to scale, without muscle.</summary>
    public ReadOnlySpan<double> Brain => brain;

    /// <summary>Turns coordinates into parameters, the muscle's power last.</summary>
    public void Parameters(ReadOnlySpan<double> point, Span<double> parameters)
    {
        Place(point);
        values.CopyTo(parameters);
    }

    /// <inheritdoc/>
    public override (double Prior, double Likelihood) At(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var prior = Place(point);
        var wanted = !gradient.IsEmpty;
        var own = values.AsSpan(0, values.Length - 1);
        if (!double.IsFinite(prior) || !evaluation.TryEvaluate(own, brain, wanted))
            return (double.NegativeInfinity, 0);
        electrode.See(brain, values[^1], seen);
        var log = likelihood.Log(seen, wanted ? slopes : []);
        if (!double.IsFinite(log))
            return (double.NegativeInfinity, 0);
        if (wanted)
        {
            var byMuscle = electrode.Pull(brain, values[^1], slopes, byBrain);
            evaluation.Pull(byBrain, gradient[..^1]);
            gradient[^1] = byMuscle;
            ToCoordinates(gradient);
        }

        return (prior, log);
    }

    /// <inheritdoc/>
    public override void DrawPrior(RandomStream random, Span<double> point)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            // Uniform over the whole box; what the model does not allow is drawn again.
            var allowed = true;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = ParameterAt(i);
                values[i] = random.Uniform(parameter.Low, parameter.High);
                var limits = Limits(i);
                allowed &= values[i] > limits.Low && values[i] < limits.High;
                point[i] = Math.Log((values[i] - limits.Low) / (limits.High - values[i]));
            }

            if (allowed && evaluation.TryEvaluate(values.AsSpan(0, values.Length - 1), brain, withGradient: false))
                return;
        }

        throw new LocatingException($"{model.Name} has no stable state that {MostTries} draws within its limits could find; "
            + "other limits are needed");
    }

    private ModelParameter ParameterAt(int index) =>
        index < model.Parameters.Count ? model.Parameters[index] : Electrode.MuscleParameter;

    private ParameterBounds Limits(int index) => index < model.Parameters.Count
        ? model.BoundsOf(index, values)
        : new(Electrode.MuscleParameter.Low, Electrode.MuscleParameter.High);

    // The logarithm of the volume that the map from coordinates to parameters makes of a unit.
    private double Place(ReadOnlySpan<double> point)
    {
        var log = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            bounds[i] = Limits(i);
            places[i] = 1 / (1 + Math.Exp(-point[i]));
            values[i] = bounds[i].Low + (bounds[i].Width * places[i]);
            log += Math.Log(bounds[i].Width * places[i] * (1 - places[i]));
        }

        return log;
    }

    // From the last parameter to the first, since limits move with earlier ones.
    private void ToCoordinates(Span<double> gradient)
    {
        for (var i = values.Length - 1; i >= 0; i--)
        {
            var limits = bounds[i];
            var low = lowSlopes.AsSpan(0, i);
            var high = highSlopes.AsSpan(0, i);
            low.Clear();
            high.Clear();
            if (i < model.Parameters.Count && model.BoundSlopes(i, values, low, high))
            {
                for (var k = 0; k < i; k++)
                {
                    var wider = high[k] - low[k];
                    gradient[k] += (gradient[i] * (low[k] + (wider * places[i]))) + (wider / limits.Width);
                }
            }

            gradient[i] = (gradient[i] * limits.Width * places[i] * (1 - places[i])) + (1 - (2 * places[i]));
        }
    }
}
