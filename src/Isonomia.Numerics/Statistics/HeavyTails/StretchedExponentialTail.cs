namespace Isonomia.Numerics.Statistics.HeavyTails;

/// <summary>
/// Survival exp(-(x/tau)^beta) (Weibull). With a = beta (xmin/tau)^beta it is exp(-a ((x/xmin)^beta - 1)/beta), which
/// tends to a power law of exponent 1 + a as beta vanishes.
/// </summary>
internal sealed class StretchedExponentialTail : TailForm
{
    public override string Name => "stretched_exponential";

    protected override double[] Start(PowerLawFit powerLaw, double meanExcess) =>
        [Math.Log(powerLaw.Alpha - 1), Math.Log(0.2)];

    protected override Func<double, double> LogDensity(double[] at, double xmin, bool isDiscrete)
    {
        var (a, beta) = (Math.Exp(at[0]), Math.Exp(at[1]));
        return isDiscrete
            ? x => Math.Log(-Expm1(Hazard(x + 1) - Hazard(x), x))
            : x => Math.Log(a / x) + beta * Math.Log(x / xmin) - Hazard(x);

        double Hazard(double x)
        {
            var growth = beta * Math.Log(x / xmin);
            return a / beta * (Math.Abs(growth) < 1e-5 ? growth * (1 + growth / 2) : Math.Exp(growth) - 1);
        }

        // exp(-H(x)) (exp(-(H(x+1) - H(x))) - 1), whose digits a difference of the two would lose.
        double Expm1(double step, double x) =>
            Math.Exp(-Hazard(x)) * (step < 1e-5 ? -step * (1 - step / 2) : Math.Exp(-step) - 1);
    }
}
