using System.Numerics;

namespace Isonomia.Inference.Corticothalamic;

/// <summary>
/// The linearised corticothalamic field at one set of gains, frequency by frequency, as the papers write it (Robinson et
/// al. 2001, 2002, 2004; Abeysuriya and Robinson 2016). The convention is exp(-i omega t). The vectorised evaluation is
/// held to this one.
/// </summary>
/// <param name="gains">The gains and times.</param>
public sealed class CorticothalamicField(CorticothalamicGains gains)
{
    /// <summary>L: the synapto-dendritic response at angular frequency omega (1/s).</summary>
    public Complex Response(double omega) =>
        1 / (new Complex(1, -omega / gains.Alpha) * new Complex(1, -omega / gains.Beta));

    /// <summary>q^2 r_e^2: the dispersion relation.</summary>
    public Complex Dispersion(double omega)
    {
        var l = Response(omega);
        var wave = new Complex(1, -omega / CorticalSheet.Damping);
        var loop = ((gains.Ese * l * l) + (gains.Esre * l * l * l)) * Turn(omega, gains.Delay)
            / (1 - (gains.Srs * l * l));
        return (wave * wave) - (((gains.Ee * l) + loop) / (1 - (gains.Ei * l)));
    }

    /// <summary>
    /// The field that unit input makes, phi_e/phi_n, of the mode with the given (k r_e)^2, less the constant factor G_es
    /// G_sn, which no spectrum tells apart from the strength of the input.
    /// </summary>
    public Complex Transfer(double omega, double squaredWaveNumber)
    {
        var l = Response(omega);
        return l * l * Turn(omega, gains.Delay / 2)
            / ((1 - (gains.Ei * l)) * (1 - (gains.Srs * l * l)))
            / (squaredWaveNumber + Dispersion(omega));
    }

    /// <summary>The spectrum that an electrode sees: over the modes of the sheet, blurred by the skull.</summary>
    public double Spectrum(double hertz)
    {
        var power = 0.0;
        foreach (var (squared, weight) in CorticalSheet.Modes)
        {
            var magnitude = Transfer(2 * Math.PI * hertz, squared).Magnitude;
            power += weight * magnitude * magnitude;
        }

        return power;
    }

    /// <summary>The spectrum over an infinite sheet without blur: |T|^2 Arg(q^2)/Im(q^2).</summary>
    public double UnboundedSpectrum(double hertz)
    {
        var omega = 2 * Math.PI * hertz;
        var dispersion = Dispersion(omega);
        var drive = (Transfer(omega, 0) * dispersion).Magnitude;
        // Arg/Im tends to 1/q^2 where q^2 is real and positive.
        var spread = Math.Abs(dispersion.Imaginary) < 1e-12 * dispersion.Magnitude
            ? 1 / dispersion.Real
            : dispersion.Phase / dispersion.Imaginary;
        return drive * drive * spread;
    }

    /// <summary>
    /// d(omega) of the uniform mode over (1 - i omega/gamma_e)^2: the field is stable exactly if this does not wind
    /// around zero as omega goes from 0 to infinity (Nyquist). It tends to 1.
    /// </summary>
    public Complex Nyquist(double omega)
    {
        var l = Response(omega);
        var wave = new Complex(1, -omega / CorticalSheet.Damping);
        return ((1 - (gains.Ei * l) - (gains.Ee * l / (wave * wave))) * (1 - (gains.Srs * l * l)))
            - (l * l * Turn(omega, gains.Delay) * (gains.Ese + (gains.Esre * l)) / (wave * wave));
    }

    private static Complex Turn(double omega, double seconds) => Complex.FromPolarCoordinates(1, omega * seconds);
}
