using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Sampling;

/// <summary>
/// The no-U-turn sampler on several chains. They start from points of the posterior's neighbourhood (as tempered sampling
/// leaves them), whose covariance is the first shape; in the middle of warm-up each chain takes the shape of all chains.
/// Between trajectories a few Metropolis steps are walked: trajectories cross the bulk quickly but lose their energy where
/// it is narrow, and steps need no slopes and come through. And leaps are proposed from a mixture of normals fitted to the
/// starting points, so that chains weigh modes that no trajectory joins. Each chain has its own random stream, so draws do not depend
/// on threads.
/// </summary>
public sealed class HamiltonianSampler
{
    private readonly GaussianMixture mixture;
    private readonly int walk;
    private readonly int leaps;
    private readonly NoUTurnChain[] chains;
    private readonly List<double[]>[] draws;
    private readonly ParallelOptions threads;
    private readonly CancellationToken cancel;

    /// <summary>Starts the chains and warms them up.</summary>
    /// <param name="density">Makes the posterior, once for each chain.</param>
    /// <param name="starts">Points to start from and to learn the shape from; chains take them evenly spaced.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Stops between draws.</param>
    public HamiltonianSampler(Func<Density> density, IReadOnlyList<double[]> starts, HamiltonianOptions options,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(density);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(options);
        (this.cancel, walk, leaps) = (cancel, options.Walk, options.Leaps);
        mixture = GaussianMixture.Fit(starts, options.Parts);
        threads = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancel };
        chains = new NoUTurnChain[options.Chains];
        draws = new List<double[]>[options.Chains];
        var steps = new StepAdaptation[options.Chains];
        var warmed = new double[options.Chains][][];
        var (shape, half) = (Shape(starts), options.WarmUp / 2);
        Each(c =>
        {
            draws[c] = [];
            chains[c] = new NoUTurnChain(density(), new RandomStream(options.Seed, "no-u-turn chain", c), shape,
                starts[c * starts.Count / chains.Length], options.MostDoublings);
            steps[c] = new StepAdaptation(chains[c].Step, options.TargetAcceptance);
            warmed[c] = WarmUp(chains[c], steps[c], half);
        });

        var again = Shape([.. starts, .. warmed.SelectMany(w => w)]);
        Each(c =>
        {
            chains[c].Reshape(again);
            steps[c] = new StepAdaptation(steps[c].Settled, options.TargetAcceptance);
            WarmUp(chains[c], steps[c], options.WarmUp - half);
            chains[c].Step = steps[c].Settled;
            chains[c].Reset();
        });
    }

    /// <summary>All draws so far: chains x draws x coordinates.</summary>
    public double[][][] Chains => [.. draws.Select(c => c.ToArray())];

    /// <summary>Draws of each chain so far.</summary>
    public int Length => draws[0].Count;

    /// <summary>Trajectories, after warm-up, that lost their energy.</summary>
    public int Divergences => chains.Sum(c => c.Divergences);

    /// <summary>Trajectories that ended at an edge of the prior.</summary>
    public int Edges => chains.Sum(c => c.Edges);

    /// <summary>Evaluations of density and slopes, warm-up included.</summary>
    public long Evaluations => chains.Sum(c => c.Evaluations);

    /// <summary>Adds draws to each chain.</summary>
    /// <param name="count">How many.</param>
    public void Draw(int count) => Each(c =>
    {
        for (var i = 0; i < count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            chains[c].Advance();
            chains[c].Walk(walk);
            chains[c].Leap(mixture, leaps);
            draws[c].Add(chains[c].Point);
        }
    });

    private static Cholesky Shape(IReadOnlyList<double[]> points)
    {
        var weights = new double[points.Count];
        Array.Fill(weights, 1.0 / points.Count);
        return Cholesky.Of(points, weights);
    }

    private void Each(Action<int> act) => Parallel.For(0, chains.Length, threads, act);

    private double[][] WarmUp(NoUTurnChain chain, StepAdaptation step, int count)
    {
        var points = new double[count][];
        for (var i = 0; i < count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            chain.Step = step.Step;
            chain.Advance();
            chain.Walk(walk);
            chain.Leap(mixture, leaps);
            step.Learn(chain.Acceptance);
            points[i] = chain.Point;
        }

        return points;
    }
}
