using MathNet.Numerics;

namespace Isonomia.Simulation.Theory;

/// <summary>e^(x²) erfc(x), which stays finite where its factors overflow and vanish.</summary>
internal static class ScaledErfc
{
    private static readonly double RootPi = Math.Sqrt(Math.PI);

    /// <summary>Of x at least 0, to about 10^-13.</summary>
    public static double At(double x)
    {
        if (x < 12)
            return Math.Exp(x * x) * SpecialFunctions.Erfc(x);
        // Asymptotic (Abramowitz & Stegun 7.1.23); from 12 on the fifth term is below 10^-14.
        var s = 1 / (2 * x * x);
        return (1 - s * (1 - 3 * s * (1 - 5 * s * (1 - 7 * s * (1 - 9 * s))))) / (x * RootPi);
    }
}
