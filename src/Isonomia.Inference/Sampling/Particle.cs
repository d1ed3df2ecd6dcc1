using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Sampling;

/// <summary>A point of the ensemble with its own random stream.</summary>
internal sealed class Particle(RandomStream random)
{
    /// <summary>Where it is, and the logarithms of prior density and likelihood there. Points are never written to.</summary>
    public (double[] Point, double Prior, double Likelihood) State { get; set; } = ([], 0, 0);

    public double[] Point => State.Point;

    public double Likelihood => State.Likelihood;

    /// <summary>Whether the last move was accepted.</summary>
    public bool Accepted { get; private set; }

    public static Particle[] Many(int count, long seed, RandomPurpose purpose, int first) =>
        [.. Enumerable.Range(first, count).Select(i => new Particle(new RandomStream(seed, purpose, i)))];

    /// <summary>Draws from the start.</summary>
    public void Begin(Density density)
    {
        var point = new double[density.Dimensions];
        density.DrawPrior(random, point);
        Look(density, point);
    }

    /// <summary>Evaluates anew where it is.</summary>
    public void Look(Density density, double[] point)
    {
        var (prior, likelihood) = density.At(point, []);
        State = (point, prior, likelihood);
    }

    /// <summary>A Metropolis step.</summary>
    public void Try(Density density, Cholesky shape, double scale, double temperature)
    {
        var n = Point.Length;
        Span<double> unit = stackalloc double[n];
        random.FillNormal(unit);
        for (var i = 0; i < n; i++)
            unit[i] *= scale;
        var proposal = new double[n];
        shape.Stretch(unit, proposal);
        for (var i = 0; i < n; i++)
            proposal[i] += Point[i];
        var (prior, likelihood) = density.At(proposal, []);
        var gain = prior - State.Prior + (temperature * (likelihood - State.Likelihood));
        Accepted = Math.Log(random.UniformOpen()) < gain && double.IsFinite(likelihood);
        if (Accepted)
            State = (proposal, prior, likelihood);
    }

    /// <summary>Independent proposals from a mixture, at full temperature.</summary>
    public void Leap(Density density, GaussianMixture mixture, int count)
    {
        Look(density, Point);
        var log = State.Prior + State.Likelihood - mixture.Log(Point);
        for (var attempt = 0; attempt < count; attempt++)
        {
            var proposal = new double[Point.Length];
            mixture.Draw(random, proposal);
            var (prior, likelihood) = density.At(proposal, []);
            var proposed = prior + likelihood - mixture.Log(proposal);
            if (Math.Log(random.UniformOpen()) < proposed - log)
                (log, State) = (proposed, (proposal, prior, likelihood));
        }
    }
}
