using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Models;
using Isonomia.Inference.Sampling;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Locating;

/// <summary>
/// The posterior of a model's parameters and of the muscle's power given a spectrum, over coordinates that tell where each
/// parameter lies between its limits (<see cref="BoundedCoordinate"/>). The prior is uniform between the
/// limits of all parameters, and zero where the model excludes a state or it is not stable.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="likelihood">The likelihood of the observed spectrum.</param>
public sealed class SpectralDensity(SpectralModel model, SpectralLikelihood likelihood) : Density
{
    private const int MostTries = 20_000;
    private const int ShareTries = 4000;
    private readonly SpectralEvaluation evaluation = model.On(likelihood.Observed.Grid);
    private readonly Electrode electrode = new(likelihood.Observed.Grid);
    private readonly double[] values = new double[model.Parameters.Count + 1];
    private readonly double[] points = new double[model.Parameters.Count + 1];
    private readonly double[] places = new double[model.Parameters.Count + 1];
    private readonly BoundedCoordinate[] coordinates = new BoundedCoordinate[model.Parameters.Count + 1];
    private readonly double[][] limitSlopes = [.. Enumerable.Range(0, 4).Select(_ => new double[model.Parameters.Count])];
    private readonly double logVolume = model.Parameters.Append(Electrode.MuscleParameter).Sum(p => Math.Log(p.High - p.Low));
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
            // What the model does not allow is drawn again.
            if (TryDraw(random, point))
                return;
        }

        throw new LocatingException($"{model.Name} has no stable state that {MostTries} draws within its limits could find; "
            + "other limits are needed");
    }

    /// <summary>Which share of the box between all limits the model allows, and the error of its logarithm.</summary>
    internal (double Share, double LogError) PriorShare(RandomStream random)
    {
        var (point, allowed) = (new double[Dimensions], 0);
        for (var i = 0; i < ShareTries; i++)
            allowed += TryDraw(random, point) ? 1 : 0;
        // Of a share too small to be seen only this much is known: it is smaller than one in so many.
        var share = Math.Max(allowed, 1) / (double)ShareTries;
        return (share, Math.Sqrt((1 - share) / Math.Max(allowed, 1)));
    }

    // Uniform over the whole box, whether the model allows it or not.
    private bool TryDraw(RandomStream random, Span<double> point)
    {
        var allowed = true;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = ParameterAt(i);
            values[i] = random.Uniform(parameter.Low, parameter.High);
            var limits = Limits(i);
            allowed &= limits.Holds(values[i]);
            point[i] = new BoundedCoordinate(limits).Of(values[i]);
        }

        return allowed && evaluation.TryEvaluate(values.AsSpan(0, values.Length - 1), brain, withGradient: false);
    }

    private ModelParameter ParameterAt(int index) =>
        index < model.Parameters.Count ? model.Parameters[index] : Electrode.MuscleParameter;

    private ParameterBounds Limits(int index) => index < model.Parameters.Count
        ? model.BoundsOf(index, values)
        : new(Electrode.MuscleParameter.Low, Electrode.MuscleParameter.High);

    // The logarithm of the volume that the map from coordinates to parameters makes of a unit.
    private double Place(ReadOnlySpan<double> point)
    {
        var (log, product) = (-logVolume, 1.0);
        for (var i = 0; i < values.Length; i++)
        {
            var coordinate = coordinates[i] = new BoundedCoordinate(Limits(i));
            if (!coordinate.IsOpen)
                return double.NegativeInfinity;
            points[i] = point[i];
            places[i] = coordinate.Place(point[i]);
            values[i] = coordinate.Value(places[i]);
            // One logarithm serves several factors.
            product *= coordinate.Slope(point[i], places[i]);
            if (product is > 1e-100 and < 1e100)
                continue;
            log += Math.Log(product);
            product = 1;
        }

        return log + Math.Log(product);
    }

    // From the last parameter to the first, since limits move with earlier ones.
    private void ToCoordinates(Span<double> gradient)
    {
        for (var i = values.Length - 1; i >= 0; i--)
        {
            var by = coordinates[i].Slopes(points[i], places[i], gradient[i]);
            gradient[i] = by.ByCoordinate;
            for (var side = 0; side < limitSlopes.Length; side++)
                limitSlopes[side].AsSpan(0, i).Clear();
            var moving = new BoundSlopes(limitSlopes[0].AsSpan(0, i), limitSlopes[1].AsSpan(0, i),
                limitSlopes[2].AsSpan(0, i), limitSlopes[3].AsSpan(0, i));
            if (i == model.Parameters.Count || !model.BoundsMove(i, values, moving))
                continue;
            for (var k = 0; k < i; k++)
            {
                gradient[k] += (by.ByLow * moving.Low[k]) + (by.ByHigh * moving.High[k])
                    + (by.ByCeiling * moving.Ceiling[k]) + (by.ByShift * moving.Shift[k]);
            }
        }
    }
}
