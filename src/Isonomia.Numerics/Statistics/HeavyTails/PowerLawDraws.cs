using Isonomia.Numerics.Random;

namespace Isonomia.Numerics.Statistics.HeavyTails;

/// <summary>Draws from a power law, exactly: whole numbers by inverting the sum of their probabilities.</summary>
public sealed class PowerLawDraws
{
    // The survival function of the first whole numbers; what lies beyond is inverted by itself.
    private const int TableLength = 4096;
    private readonly double alpha;
    private readonly double xmin;
    private readonly double total;
    private readonly double[] survival = [];

    /// <summary>A power law to draw from.</summary>
    /// <param name="alpha">The exponent, above 1.</param>
    /// <param name="xmin">The smallest value.</param>
    /// <param name="isDiscrete">Whether it is of whole numbers.</param>
    public PowerLawDraws(double alpha, double xmin, bool isDiscrete)
    {
        (this.alpha, this.xmin) = (alpha, xmin);
        IsDiscrete = isDiscrete;
        if (!isDiscrete)
            return;
        total = HurwitzZeta.Of(alpha, xmin);
        survival = new double[TableLength];
        // From the far end, where the function itself is small, so that sums keep their digits.
        survival[^1] = HurwitzZeta.Of(alpha, xmin + TableLength - 1) / total;
        for (var i = TableLength - 2; i >= 0; i--)
            survival[i] = survival[i + 1] + Math.Pow(xmin + i, -alpha) / total;
    }

    /// <summary>Whether whole numbers are drawn.</summary>
    public bool IsDiscrete { get; }

    /// <summary>The next number.</summary>
    public double Next(RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var u = stream.UniformOpen();
        return IsDiscrete ? Whole(u) : xmin * Math.Pow(u, 1 / (1 - alpha));
    }

    // The largest number whose survival is not below u.
    private double Whole(double u)
    {
        if (survival[^1] >= u)
            return Beyond(u);
        var (low, high) = (0, 1);
        while (survival[high] >= u)
            (low, high) = (high, Math.Min(2 * high, TableLength - 1));
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (survival[middle] >= u)
                low = middle;
            else
                high = middle;
        }

        return xmin + low;
    }

    // zeta(alpha, q) is close to (q - 1/2)^(1 - alpha) / (alpha - 1), closer the further out; then look beside it.
    private double Beyond(double u)
    {
        var guess = Math.Floor(0.5 + Math.Pow(u * total * (alpha - 1), 1 / (1 - alpha)));
        // From 2^53 on whole numbers have no neighbours.
        if (guess > 1L << 50)
            return guess;
        while (HurwitzZeta.Of(alpha, guess) / total < u)
            guess--;
        while (HurwitzZeta.Of(alpha, guess + 1) / total >= u)
            guess++;
        return guess;
    }
}
