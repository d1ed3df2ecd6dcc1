namespace Isonomia.Numerics.Random.Sampling;

/// <summary>
/// Logarithms of Poisson and binomial probabilities without the cancellation that log-gamma functions suffer at large
/// counts: the saddle-point expansion of Loader, "Fast and accurate computation of binomial probabilities" (2000).
/// </summary>
internal static class SaddlePoint
{
    private static readonly double[] SmallErrors = [.. Enumerable.Range(0, 16).Select(ExactError)];

    /// <summary>log P(k) of a Poisson of that mean.</summary>
    public static double LogPoisson(double k, double mean) => k == 0
        ? -mean
        : -StirlingError(k) - Deviance(k, mean) - 0.5 * Math.Log(Math.Tau * k);

    /// <summary>log P(k) of k successes in n trials of probability p.</summary>
    public static double LogBinomial(double k, double n, double p)
    {
        if (k == 0)
            return n * Math.Log(1 - p);
        if (k == n)
            return n * Math.Log(p);
        return StirlingError(n) - StirlingError(k) - StirlingError(n - k)
            - Deviance(k, n * p) - Deviance(n - k, n * (1 - p)) - 0.5 * Math.Log(Math.Tau * k * (n - k) / n);
    }

    /// <summary>log n! less Stirling's log(sqrt(2 pi n) (n/e)^n).</summary>
    private static double StirlingError(double n)
    {
        if (n < SmallErrors.Length)
            return SmallErrors[(int)n];
        var s = 1 / (n * n);
        return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s / 1188)))) / n;
    }

    /// <summary>x log(x/m) + m - x, by a series where x is near m.</summary>
    private static double Deviance(double x, double m)
    {
        var difference = x - m;
        if (Math.Abs(difference) >= 0.1 * (x + m))
            return x * Math.Log(x / m) - difference;
        var v = difference / (x + m);
        var sum = difference * v;
        var term = 2 * x * v;
        for (var odd = 3; ; odd += 2)
        {
            term *= v * v;
            var next = sum + term / odd;
            if (next == sum)
                return sum;
            sum = next;
        }
    }

    private static double ExactError(int n)
    {
        var factorial = 1.0;
        for (var i = 2; i <= n; i++)
            factorial *= i;
        return n == 0 ? 0 : Math.Log(factorial) - (0.5 * Math.Log(Math.Tau * n) + n * Math.Log(n) - n);
    }
}
