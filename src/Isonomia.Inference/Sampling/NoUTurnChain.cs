using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Sampling;

/// <summary>
/// One chain of the no-U-turn sampler (Hoffman and Gelman 2014, J Mach Learn Res 15:1593) with multinomial choice along
/// the trajectory (Betancourt 2017, arXiv:1701.02434), in coordinates in which the posterior is about round. Beyond the
/// prior's edge the density is zero: a trajectory that leaves ends there.
/// </summary>
internal sealed class NoUTurnChain
{
    private const double GreatestError = 1000;

    // Of Metropolis steps, over the root of the dimensions: somewhat below 2.38, which is best for a round posterior.
    private const double Stride = 1.8;

    private readonly Density density;
    private readonly RandomStream random;
    private readonly int mostDoublings;
    private readonly double[] point;
    private readonly double stride;
    private Cholesky shape;
    private PhasePoint current;
    private double acceptance;
    private int steps;
    private bool ended;

    public NoUTurnChain(Density density, RandomStream random, Cholesky shape, double[] start, int mostDoublings)
    {
        (this.density, this.random, this.shape, this.mostDoublings) = (density, random, shape, mostDoublings);
        point = new double[density.Dimensions];
        stride = Stride / Math.Sqrt(point.Length);
        current = At(shape, start);
    }

    /// <summary>Length of a leapfrog step.</summary>
    public double Step { get; set; } = 0.5;

    /// <summary>Trajectories that ended because the energy was lost: steps too long for the posterior's curvature.</summary>
    public int Divergences { get; private set; }

    /// <summary>Trajectories that ended at an edge of the prior.</summary>
    public int Edges { get; private set; }

    /// <summary>Evaluations of the density.</summary>
    public long Evaluations { get; private set; }

    /// <summary>Mean acceptance along the last trajectory.</summary>
    public double Acceptance => steps > 0 ? acceptance / steps : 0;

    /// <summary>Where the chain is.</summary>
    public double[] Point
    {
        get
        {
            var now = new double[point.Length];
            shape.Place(current.Position, now);
            return now;
        }
    }

    /// <summary>Goes on in other coordinates.</summary>
    public void Reshape(Cholesky other)
    {
        var now = Point;
        shape = other;
        current = At(other, now);
    }

    /// <summary>Starts counting anew.</summary>
    public void Reset() => (Divergences, Edges) = (0, 0);

    /// <summary>The next draw.</summary>
    public void Advance()
    {
        (acceptance, steps, ended) = (0, 0, false);
        random.FillNormal(current.Momentum);
        var energy = current.Energy;
        var (left, right, chosen) = (current.Copy(), current.Copy(), current);
        var weight = 0.0;
        for (var depth = 0; depth < mostDoublings; depth++)
        {
            var forward = random.Uniform() < 0.5;
            var tree = Grow(forward ? right : left, forward ? Step : -Step, depth, energy);
            if (ended)
                break;
            if (Math.Log(random.UniformOpen()) < tree.Weight - weight)
                chosen = tree.Chosen;
            weight = Add(weight, tree.Weight);
            (left, right) = forward ? (left, tree.End) : (tree.End, right);
            if (Turns(left, right))
                break;
        }

        current = chosen.Copy();
    }

    /// <summary>
    /// Metropolis steps from where the chain is, without slopes: they carry it out of corners in which trajectories of the
    /// common step lose their energy.
    /// </summary>
    public void Walk(int count)
    {
        var (here, there) = ((double[])current.Position.Clone(), new double[point.Length]);
        var (log, moved) = (current.Log, false);
        for (var step = 0; step < count; step++)
        {
            random.FillNormal(there);
            for (var i = 0; i < there.Length; i++)
                there[i] = here[i] + (stride * there[i]);
            shape.Place(there, point);
            var (prior, likelihood) = density.At(point, []);
            Evaluations++;
            if (!(Math.Log(random.UniformOpen()) < prior + likelihood - log))
                continue;
            (here, there, log, moved) = (there, here, prior + likelihood, true);
        }

        if (!moved)
            return;
        current = new PhasePoint(0) { Position = here, Momentum = current.Momentum, Slope = new double[point.Length] };
        Look(current);
    }

    /// <summary>
    /// Independent proposals from a mixture: leaps to wherever the mixture reaches, taken as often as the posterior says.
    /// </summary>
    public void Leap(GaussianMixture mixture, int count)
    {
        var (log, place) = (current.Log - mixture.Log(Point), (double[]?)null);
        Span<double> there = stackalloc double[point.Length];
        for (var attempt = 0; attempt < count; attempt++)
        {
            mixture.Draw(random, there);
            var (prior, likelihood) = density.At(there, []);
            Evaluations++;
            var proposed = prior + likelihood - mixture.Log(there);
            if (Math.Log(random.UniformOpen()) < proposed - log)
                (log, place) = (proposed, there.ToArray());
        }

        if (place is not null)
            current = At(shape, place);
    }

    private (PhasePoint Begin, PhasePoint End, PhasePoint Chosen, double Weight) Grow(
        PhasePoint from, double step, int depth, double energy)
    {
        if (depth == 0)
        {
            var next = Leap(from, step);
            var gain = double.IsFinite(next.Log) ? energy - next.Energy : double.NegativeInfinity;
            acceptance += Math.Min(1, Math.Exp(gain));
            steps++;
            if (!double.IsFinite(next.Log))
            {
                Edges++;
                ended = true;
            }
            else if (!(gain > -GreatestError))
            {
                Divergences++;
                ended = true;
            }

            return (next, next, next, gain);
        }

        var near = Grow(from, step, depth - 1, energy);
        if (ended)
            return near;
        var far = Grow(near.End, step, depth - 1, energy);
        if (ended)
            return far;
        var weight = Add(near.Weight, far.Weight);
        var chosen = Math.Log(random.UniformOpen()) < far.Weight - weight ? far.Chosen : near.Chosen;
        ended = step > 0 ? Turns(near.Begin, far.End) : Turns(far.End, near.Begin);
        return (near.Begin, far.End, chosen, weight);
    }

    private PhasePoint Leap(PhasePoint from, double step)
    {
        var next = new PhasePoint(from.Position.Length);
        for (var i = 0; i < next.Position.Length; i++)
        {
            next.Momentum[i] = from.Momentum[i] + (step / 2 * from.Slope[i]);
            next.Position[i] = from.Position[i] + (step * next.Momentum[i]);
        }

        Look(next);
        for (var i = 0; i < next.Position.Length; i++)
            next.Momentum[i] += step / 2 * next.Slope[i];
        return next;
    }

    private PhasePoint At(Cholesky coordinates, double[] place)
    {
        var made = new PhasePoint(place.Length);
        coordinates.Coordinates(place, made.Position);
        Look(made);
        return made;
    }

    private void Look(PhasePoint at)
    {
        shape.Place(at.Position, point);
        var (prior, likelihood) = density.At(point, at.Slope);
        Evaluations++;
        at.Log = prior + likelihood;
        if (double.IsFinite(at.Log))
            shape.Slopes(at.Slope);
        else
            Array.Clear(at.Slope);
    }

    private static bool Turns(PhasePoint left, PhasePoint right)
    {
        var (back, ahead) = (0.0, 0.0);
        for (var i = 0; i < left.Position.Length; i++)
        {
            var between = right.Position[i] - left.Position[i];
            back += between * left.Momentum[i];
            ahead += between * right.Momentum[i];
        }

        return back < 0 || ahead < 0;
    }

    private static double Add(double a, double b)
    {
        var most = Math.Max(a, b);
        return double.IsFinite(most) ? most + Math.Log(Math.Exp(a - most) + Math.Exp(b - most)) : most;
    }
}
