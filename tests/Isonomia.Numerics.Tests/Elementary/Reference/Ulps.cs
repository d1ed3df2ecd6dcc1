namespace Isonomia.Numerics.Tests.Elementary.Reference;

/// <summary>
/// Differences in units in the last place of the exact value. Infinity stands for the power of two after the greatest
/// number, and what is exactly beyond that is taken for it.
/// </summary>
internal static class Ulps
{
    public static double Between(BigReal exact, double found)
    {
        BigReal limit = new(double.IsNegative(found) ? -1 : 1, 1024);
        if (exact.Sign != 0 && exact.Magnitude >= 1024)
            exact = new(exact.Sign, 1024);
        var magnitude = exact.Sign == 0 ? -1022 : Math.Clamp(exact.Magnitude, -1022, 1023);
        return ((double.IsInfinity(found) ? limit : found) - exact).Scaled(52 - magnitude).Abs().Roughly();
    }

    /// <summary>Of a float, an exact value within a double's reach given.</summary>
    public static double Between(double exact, float found)
    {
        var limit = Math.ScaleB(1, 128);
        exact = Math.Clamp(exact, -limit, limit);
        var magnitude = exact == 0 ? -126 : Math.Clamp(Math.ILogB(exact), -126, 127);
        return Math.ScaleB(Math.Abs(Math.Clamp(found, -limit, limit) - exact), 23 - magnitude);
    }
}
