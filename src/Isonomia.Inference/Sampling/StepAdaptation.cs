namespace Isonomia.Inference.Sampling;

/// <summary>Dual averaging of the step's length towards an acceptance (Hoffman and Gelman 2014, section 3.2).</summary>
internal sealed class StepAdaptation(double first, double target)
{
    private const double Gamma = 0.05;
    private const double Kappa = 0.75;
    private const int Delay = 10;
    private readonly double towards = Math.Log(10 * first);
    private double miss;
    private double average;
    private int count;

    /// <summary>The step to use while adapting.</summary>
    public double Step { get; private set; } = first;

    /// <summary>The step to keep.</summary>
    public double Settled => count > 0 ? Math.Exp(average) : Step;

    public void Learn(double acceptance)
    {
        count++;
        var weight = 1.0 / (count + Delay);
        miss = ((1 - weight) * miss) + (weight * (target - acceptance));
        var log = towards - (Math.Sqrt(count) / Gamma * miss);
        var decay = Math.Pow(count, -Kappa);
        average = (decay * log) + ((1 - decay) * average);
        Step = Math.Exp(log);
    }
}
