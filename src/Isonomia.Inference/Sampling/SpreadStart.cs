using Isonomia.Inference.Locating;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Sampling;

/// <summary>
/// A posterior as the end of a path that begins at independent normals of a given deviation, wherever the posterior is not
/// zero. Corners that hold little of the prior's volume but much of the posterior are visited from the start, which draws
/// from the prior would miss.
/// </summary>
/// <param name="posterior">The posterior, over coordinates that are of order one.</param>
/// <param name="deviation">Of the normals.</param>
internal sealed class SpreadStart(Density posterior, double deviation) : Density
{
    private const int MostTries = 20_000;
    private readonly double constant = -posterior.Dimensions * Math.Log(deviation * Math.Sqrt(2 * Math.PI));

    /// <inheritdoc/>
    public override int Dimensions => posterior.Dimensions;

    /// <summary>How many points were drawn, those without a posterior included.</summary>
    public long Tries { get; private set; }

    /// <inheritdoc/>
    public override (double Prior, double Likelihood) At(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var (prior, likelihood) = posterior.At(point, gradient);
        if (!double.IsFinite(prior))
            return (double.NegativeInfinity, 0);
        var squares = 0.0;
        foreach (var x in point)
            squares += x * x;
        var start = constant - (squares / (2 * deviation * deviation));
        return (start, prior + likelihood - start);
    }

    /// <inheritdoc/>
    public override void DrawPrior(RandomStream random, Span<double> point)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            Tries++;
            random.FillNormal(point);
            for (var i = 0; i < point.Length; i++)
                point[i] *= deviation;
            if (double.IsFinite(posterior.At(point, []).Prior))
                return;
        }

        throw new LocatingException($"the model has no stable state with a spectrum that {MostTries} draws within its limits could "
            + "find; is it driven by noise that its output sees? Otherwise other limits are needed");
    }
}
