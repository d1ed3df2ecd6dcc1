using Isonomia.Numerics.Random.Kernels;

namespace Isonomia.Numerics.Random.Sampling;

/// <summary>Poisson variates; see <see cref="RandomStream.Poisson"/>.</summary>
internal static class PoissonDraw
{
    // Below a mean of 10 no more than 2^-53 of the probability lies above this.
    private const int Last = 60;

    public static long ByInversion(double uniform, double mean)
    {
        var probability = Math.Exp(-mean);
        var k = 0;
        while (uniform >= probability && k < Last)
        {
            uniform -= probability;
            k++;
            probability *= mean / k;
        }

        return k;
    }

    public static long ByRejection(in CounterSpace space, long position, double mean)
    {
        var b = 0.931 + 2.53 * Math.Sqrt(mean);
        var a = -0.059 + 0.02483 * b;
        var squeeze = 0.9277 - 3.6224 / (b - 2);
        var inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        for (var depth = 1; ; depth++)
        {
            var bits = space.Block(position, depth);
            var u = DrawKernel.Open(bits.Low) - 0.5;
            var v = DrawKernel.Open(bits.High);
            var fromEdge = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / fromEdge + b) * u + mean + 0.43);
            if (fromEdge >= 0.07 && v <= squeeze)
                return (long)k;
            if (k < 0 || (fromEdge < 0.013 && v > fromEdge))
                continue;
            var hat = PortableLog.Of(v * inverseAlpha / (a / (fromEdge * fromEdge) + b));
            if (hat <= SaddlePoint.LogPoisson(k, mean))
                return (long)k;
        }
    }
}
