namespace Isonomia.Numerics.Statistics.HeavyTails;

/// <summary>exp(-lambda x): a tail with a scale, as of events that do not lead to others.</summary>
internal sealed class ExponentialTail : TailForm
{
    public override string Name => "exponential";

    // The maximum is known: both densities are functions of the mean excess alone, kept as its logarithm.
    protected override double[] Start(PowerLawFit powerLaw, double meanExcess) => [Math.Log(meanExcess)];

    protected override Func<double, double> LogDensity(double[] at, double xmin, bool isDiscrete)
    {
        var mean = Math.Exp(at[0]);
        var (rate, height) = isDiscrete
            ? (Math.Log(1 + 1 / mean), -Math.Log(1 + mean))
            : (1 / mean, -Math.Log(mean));
        return x => height - rate * (x - xmin);
    }
}
