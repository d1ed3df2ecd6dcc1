namespace Isonomia.Numerics.Random.Sampling;

/// <summary>
/// Hypergeometric variates: how many of <c>draws</c> items taken without replacement are marked, where that many are
/// marked and that many are not.
/// </summary>
internal static class HypergeometricDraw
{
    /// <summary>
    /// By inversion outwards from the mode, so that about one standard deviation of terms is summed. The probability of
    /// the mode is a quotient of binomial ones, which the saddle point gives without cancellation (Loader 2000).
    /// </summary>
    public static long ByInversion(double uniform, long marked, long others, long draws)
    {
        var least = Math.Max(0, draws - others);
        var most = Math.Min(draws, marked);
        if (least == most)
            return least;
        double m = marked, o = others, n = draws;
        var mode = Math.Clamp((long)Math.Floor((n + 1) * (m + 1) / (m + o + 2)), least, most);
        var p = n / (m + o);
        var atMode = Math.Exp(
            SaddlePoint.LogBinomial(mode, m, p) + SaddlePoint.LogBinomial(n - mode, o, p)
            - SaddlePoint.LogBinomial(n, m + o, p));
        if (uniform < atMode)
            return mode;
        uniform -= atMode;
        long below = mode, above = mode;
        double pBelow = atMode, pAbove = atMode;
        while (true)
        {
            if (above < most)
            {
                pAbove *= (m - above) * (n - above) / ((above + 1.0) * (o - n + above + 1));
                above++;
                if (uniform < pAbove)
                    return above;
                uniform -= pAbove;
            }

            if (below > least)
            {
                pBelow *= below * (o - n + below) / ((m - below + 1) * (n - below + 1));
                below--;
                if (uniform < pBelow)
                    return below;
                uniform -= pBelow;
            }

            // What rounding leaves over, 1e-13 of the probability, is given to the mode.
            if ((above == most || pAbove < 1e-18 * atMode) && (below == least || pBelow < 1e-18 * atMode))
                return mode;
        }
    }
}
