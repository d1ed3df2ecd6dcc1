using Isonomia.Numerics.Random.Sampling;

namespace Isonomia.Numerics.Random;

public sealed partial class RandomStream
{
    /// <summary>Gamma of that shape and scale (mean shape x scale), by Marsaglia and Tsang 2000, ACM TOMS 26:363
    /// (doi:10.1145/358407.358414).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Shape or scale is not positive and finite.</exception>
    public double Gamma(double shape, double scale = 1)
    {
        RequirePositive(shape, nameof(shape));
        RequirePositive(scale, nameof(scale));
        return scale * GammaDraw.At(space, position++, 0, shape).Value;
    }

    /// <summary>Beta on [0, 1] with mean a/(a + b): the share of one gamma in two, compared by their logarithms
    /// because small shapes underflow.</summary>
    /// <exception cref="ArgumentOutOfRangeException">a or b is not positive and finite.</exception>
    public double Beta(double a, double b)
    {
        RequirePositive(a, nameof(a));
        RequirePositive(b, nameof(b));
        var x = GammaDraw.At(space, position, 0, a);
        var y = GammaDraw.At(space, position++, 1 << 15, b);
        return 1 / (1 + Math.Exp(y.Log - x.Log));
    }

    /// <summary>Poisson of that mean, exact at every mean: inversion below 10, Hörmann's transformed rejection PTRS
    /// above (1993, Insurance: Mathematics and Economics 12:39).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is negative or above 10^15.</exception>
    public long Poisson(double mean)
    {
        if (!(mean is >= 0 and <= 1e15))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "A Poisson mean lies between 0 and 1e15.");
        return mean < 10 ? PoissonDraw.ByInversion(Uniform(), mean) : PoissonDraw.ByRejection(space, position++, mean);
    }

    /// <summary>Successes among independent trials, exact: inversion where fewer than 10 are expected, Hörmann's
    /// transformed rejection BTRS above (1993, J. Stat. Comput. Simul. 46:101).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Trials are negative or above 10^15, or the probability is
    /// outside [0, 1].</exception>
    public long Binomial(long trials, double probability)
    {
        if (trials is < 0 or > 1_000_000_000_000_000)
            throw new ArgumentOutOfRangeException(nameof(trials), trials, "Trials lie between 0 and 1e15.");
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0, 1].");
        if (probability > 0.5)
            return trials - Binomial(trials, 1 - probability);
        return trials * probability < 10
            ? BinomialDraw.ByInversion(Uniform(), trials, probability)
            : BinomialDraw.ByRejection(space, position++, trials, probability);
    }

    /// <summary>Von Mises on (-pi, pi] about <paramref name="mean"/>, density proportional to
    /// exp(kappa cos(x - mean)), by Best and Fisher 1979, Applied Statistics 28:152.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Kappa is negative or not finite.</exception>
    public double VonMises(double mean, double kappa)
    {
        if (!(kappa >= 0 && double.IsFinite(kappa)))
            throw new ArgumentOutOfRangeException(nameof(kappa), kappa, "Kappa is at least 0 and finite.");
        return Math.IEEERemainder(mean + VonMisesDraw.At(space, position++, kappa), Math.Tau);
    }

    private static void RequirePositive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, "Must be positive and finite.");
    }
}
