using Isonomia.Numerics.Random.Kernels;

namespace Isonomia.Numerics.Random.Sampling;

/// <summary>Binomial variates for probabilities up to 1/2; see <see cref="RandomStream.Binomial"/>.</summary>
internal static class BinomialDraw
{
    // Where fewer than 10 are expected no more than 2^-53 of the probability lies above this.
    private const int Last = 60;

    public static long ByInversion(double uniform, long trials, double p)
    {
        var odds = p / (1 - p);
        var probability = Math.Exp(trials * Math.Log(1 - p));
        var k = 0;
        while (uniform >= probability && k < Math.Min(trials, Last))
        {
            uniform -= probability;
            k++;
            probability *= odds * (trials - k + 1) / k;
        }

        return k;
    }

    public static long ByRejection(in CounterSpace space, long position, long trials, double p)
    {
        var spread = Math.Sqrt(trials * p * (1 - p));
        var b = 1.15 + 2.53 * spread;
        var a = -0.0873 + 0.0248 * b + 0.01 * p;
        var alpha = (2.83 + 5.1 / b) * spread;
        var squeeze = 0.92 - 4.2 / b;
        var atMode = SaddlePoint.LogBinomial(Math.Floor((trials + 1) * p), trials, p);
        for (var depth = 1; ; depth++)
        {
            var bits = space.Block(position, depth);
            var u = DrawKernel.Open(bits.Low) - 0.5;
            var v = DrawKernel.Open(bits.High);
            var fromEdge = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / fromEdge + b) * u + trials * p + 0.5);
            if (k < 0 || k > trials)
                continue;
            if (fromEdge >= 0.07 && v <= squeeze)
                return (long)k;
            var hat = PortableLog.Of(v * alpha / (a / (fromEdge * fromEdge) + b));
            if (hat <= SaddlePoint.LogBinomial(k, trials, p) - atMode)
                return (long)k;
        }
    }
}
