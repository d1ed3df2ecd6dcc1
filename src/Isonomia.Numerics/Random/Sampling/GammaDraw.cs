using Isonomia.Numerics.Random.Kernels;

namespace Isonomia.Numerics.Random.Sampling;

/// <summary>
/// One gamma variate of scale 1, kept as Core * exp(LogBoost) so that shapes near zero, whose variates underflow,
/// can still be compared: shape a below 1 is a variate of shape a + 1 times U^(1/a).
/// </summary>
internal readonly record struct GammaDraw(double Core, double LogBoost)
{
    public double Value => LogBoost == 0 ? Core : Core * Math.Exp(LogBoost);

    public double Log => PortableLog.Of(Core) + LogBoost;

    public static GammaDraw At(in CounterSpace space, long position, int firstDepth, double shape)
    {
        var boost = 0.0;
        if (shape < 1)
        {
            boost = PortableLog.Of(DrawKernel.Open(space.Block(position, firstDepth).Low)) / shape;
            shape += 1;
        }

        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        for (var depth = firstDepth + 1; ; depth++)
        {
            var bits = space.Block(position, depth);
            var x = DrawKernel.Normal(bits.Low);
            var root = 1 + c * x;
            if (root <= 0)
                continue;
            var v = root * root * root;
            var logU = PortableLog.Of(DrawKernel.Open(bits.High));
            if (logU < 0.5 * x * x + d * (1 - v + PortableLog.Of(v)))
                return new GammaDraw(d * v, boost);
        }
    }
}
