namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>Parameters of the aperiodic component; the knee is zero in fixed mode.</summary>
internal readonly record struct AperiodicParameters(double Offset, double Knee, double Exponent)
{
    /// <summary>The component at a frequency given as its natural logarithm, in log10 power.</summary>
    public double At(double lnFrequency) => Knee == 0
        ? Offset - Exponent * lnFrequency / double.Log(10)
        : Offset - Math.Log10(Knee + Math.Exp(Exponent * lnFrequency));
}
