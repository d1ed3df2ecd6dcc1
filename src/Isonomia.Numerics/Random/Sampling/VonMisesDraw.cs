using Isonomia.Numerics.Random.Kernels;

namespace Isonomia.Numerics.Random.Sampling;

/// <summary>Von Mises variates about 0; see <see cref="RandomStream.VonMises"/>.</summary>
internal static class VonMisesDraw
{
    // Beyond these the envelope loses its digits; the limits are uniform, and normal of variance 1/kappa.
    private const double Flat = 1e-8, Sharp = 1e8;

    public static double At(in CounterSpace space, long position, double kappa)
    {
        if (kappa < Flat)
            return Math.Tau * (DrawKernel.Open(space.Word(position)) - 0.5);
        if (kappa > Sharp)
            return DrawKernel.Normal(space.Word(position)) / Math.Sqrt(kappa);
        var tau = 1 + Math.Sqrt(1 + 4 * kappa * kappa);
        var rho = (tau - Math.Sqrt(2 * tau)) / (2 * kappa);
        var r = (1 + rho * rho) / (2 * rho);
        for (var depth = 1; ; depth++)
        {
            var bits = space.Block(position, depth);
            var z = Math.Cos(Math.PI * DrawKernel.Open(bits.Low));
            var f = (1 + r * z) / (r + z);
            var c = kappa * (r - f);
            var v = DrawKernel.Open(bits.High);
            if (c * (2 - c) <= v && PortableLog.Of(c / v) + 1 - c < 0)
                continue;
            // The uniform leaves the low bits of its word unused: one of them is the sign.
            var angle = Math.Acos(Math.Clamp(f, -1, 1));
            return (bits.Low & 1) == 0 ? angle : -angle;
        }
    }
}
