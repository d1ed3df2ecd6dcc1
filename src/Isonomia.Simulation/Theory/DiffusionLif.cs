using MathNet.Numerics;
using MathNet.Numerics.Integration;

namespace Isonomia.Simulation.Theory;

/// <summary>
/// A leaky integrate-and-fire cell whose many small inputs are a constant and Gaussian noise: tau dV/dt = -V + mean +
/// noise sqrt(tau) xi(t), with V counted from rest. Its rate is that of Siegert (1951, doi:10.1103/PhysRev.81.617), its
/// variation of intervals that of Brunel (2000, doi:10.1023/A:1008925309027, appendix A.1). Where synaptic currents
/// decay exponentially and not at once, threshold and reset are shifted as Fourcaud and Brunel do (2002,
/// doi:10.1162/089976602320264015), which holds while the synapse is fast against the membrane.
/// </summary>
/// <param name="Tau">Membrane time constant, s.</param>
/// <param name="Threshold">Threshold above rest, in any unit of voltage; so are all voltages here.</param>
/// <param name="Reset">Reset above rest.</param>
/// <param name="Refractory">Absolute refractory time, s.</param>
/// <param name="SynapticTau">Decay time of synaptic currents, s; 0 where each input is a jump of V.</param>
public sealed record DiffusionLif(
    double Tau, double Threshold, double Reset, double Refractory, double SynapticTau = 0)
{
    // Half of sqrt(2) |zeta(1/2)|, for each root of tau_syn / tau.
    private const double HalfAlpha = 1.0326265761156086;

    // Beyond this e^(y²) overflows; the rate is below 10^-280 / tau.
    private const double Silent = 25.5;
    private const double Accuracy = 1e-12;

    /// <summary>The stationary rate in Hz.</summary>
    /// <param name="mean">Where V would settle without threshold.</param>
    /// <param name="noise">Strength of the noise, sqrt(2) times the standard deviation V would have without
    /// threshold; not negative. At 0 the rate is that of a constant input.</param>
    /// <exception cref="ArgumentOutOfRangeException">The noise is negative or not a number.</exception>
    public double Rate(double mean, double noise)
    {
        if (!(noise >= 0))
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "The strength of noise is not negative.");
        if (noise == 0)
            return mean <= Threshold ? 0 : 1 / (Refractory + Tau * Math.Log((mean - Reset) / (mean - Threshold)));
        var (low, high) = Bounds(mean, noise);
        return high > Silent ? 0 : 1 / (Refractory + Tau * Math.Sqrt(Math.PI) * Passage(low, high));
    }

    /// <summary>The coefficient of variation of the intervals between spikes; 1 in the limit of rare ones.</summary>
    /// <param name="mean">As in <see cref="Rate"/>.</param>
    /// <param name="noise">As in <see cref="Rate"/>, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The noise is not positive.</exception>
    public double Variation(double mean, double noise)
    {
        if (!(noise > 0))
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "Intervals vary only where there is noise.");
        var (low, high) = Bounds(mean, noise);
        // e^(2 y²) would overflow soon; the cell is then Poisson to better than e^-200.
        if (high > 15)
            return 1;
        var perTau = Rate(mean, noise) * Tau;
        return Math.Sqrt(2 * Math.PI * perTau * perTau * Integral(Inner, low, high, 1e-10));
    }

    private (double Low, double High) Bounds(double mean, double noise)
    {
        var shift = HalfAlpha * Math.Sqrt(SynapticTau / Tau);
        return ((Reset - mean) / noise + shift, (Threshold - mean) / noise + shift);
    }

    // The integral of e^(u²) (1 + erf u): erfcx(-u) below 0, and 2 e^(u²) - erfcx(u) above.
    private static double Passage(double low, double high)
    {
        var below = low < 0 ? Integral(u => ScaledErfc.At(-u), low, Math.Min(high, 0), Accuracy) : 0;
        if (high <= 0)
            return below;
        var from = Math.Max(low, 0);
        var growing = Integral(u => Math.Exp(u * u - high * high), from, high, Accuracy);
        return below + 2 * Math.Exp(high * high) * growing - Integral(ScaledErfc.At, from, high, Accuracy);
    }

    // e^(x²) times the integral of e^(y²) (1 + erf y)² up to x.
    private static double Inner(double x)
    {
        var total = Integral(
            y => Math.Exp(x * x - y * y) * Square(ScaledErfc.At(-y)), Math.Min(x, 0) - 7, Math.Min(x, 0), 1e-11);
        return x <= 0 ? total
            : total + Integral(y => Math.Exp(x * x + y * y) * Square(1 + SpecialFunctions.Erf(y)), 0, x, 1e-11);

        static double Square(double a) => a * a;
    }

    private static double Integral(Func<double, double> f, double from, double to, double accuracy) =>
        from >= to ? 0 : GaussKronrodRule.Integrate(f, from, to, out _, out _, accuracy, 20);
}
