using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Cohorts.Contrasts;

/// <summary>
/// A question put to the values of participants: do groups differ, does a number go along, did it change? It has a test
/// statistic that may be computed under any rearrangement of the participants that would change nothing if the answer were
/// no, and an effect size.
/// </summary>
/// <remarks>
/// An arrangement holds a number for each participant: whose label it bears (groups, numbers), or whether its change keeps
/// its sign (pairs). Values that are NaN take no part.
/// </remarks>
public abstract class Contrast
{
    /// <summary>Participants.</summary>
    public abstract int Count { get; }

    /// <summary>What the effect size is called, as <c>Hedges g</c>.</summary>
    public abstract string EffectName { get; }

    /// <summary>What is compared with what, for the heading of a column: <c>patient less control</c>.</summary>
    public abstract string Direction { get; }

    /// <summary>The groups' names, the one compared with first; one name where there is one group.</summary>
    public abstract IReadOnlyList<string> Levels { get; }

    /// <summary>The level a participant belongs to, or -1.</summary>
    /// <param name="participant">The participant's index.</param>
    public abstract int LevelOf(int participant);

    /// <summary>The statistic, 0 where there is no effect, larger to either side with a larger one; NaN where values are too
    /// few.</summary>
    /// <param name="values">A value for each participant.</param>
    /// <param name="arrangement">An arrangement.</param>
    public abstract double Statistic(ReadOnlySpan<double> values, ReadOnlySpan<int> arrangement);

    /// <summary>The size of the statistic beyond which, were values normal, it lies by chance in one case of twenty.</summary>
    /// <param name="values">A value for each participant.</param>
    public abstract double Threshold(ReadOnlySpan<double> values);

    /// <summary>The effect size with its 95 % interval; an estimate of NaN where values are too few.</summary>
    /// <param name="values">A value for each participant.</param>
    public abstract ConfidenceInterval Effect(ReadOnlySpan<double> values);

    /// <summary>The effect size that so many participants would show four times in five, at p below 0.05: about.</summary>
    /// <param name="values">A value for each participant.</param>
    public abstract double Detectable(ReadOnlySpan<double> values);

    /// <summary>The least p that rearranging so few participants can give.</summary>
    /// <param name="values">A value for each participant.</param>
    public abstract double LeastP(ReadOnlySpan<double> values);

    /// <summary>The arrangement as it is.</summary>
    /// <param name="arrangement">Filled.</param>
    public virtual void Identity(Span<int> arrangement)
    {
        for (var i = 0; i < arrangement.Length; i++)
            arrangement[i] = i;
    }

    /// <summary>A random arrangement.</summary>
    /// <param name="stream">Where chance comes from.</param>
    /// <param name="arrangement">Filled.</param>
    public virtual void Shuffle(RandomStream stream, Span<int> arrangement)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Identity(arrangement);
        stream.Shuffle(arrangement);
    }

    /// <summary>No effect size, since values are too few.</summary>
    protected static ConfidenceInterval NoEffect => new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>The values that are known, of some participants.</summary>
    /// <param name="values">A value for each participant.</param>
    /// <param name="which">Which participants.</param>
    protected static double[] Known(ReadOnlySpan<double> values, Func<int, bool> which)
    {
        var known = new List<double>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]) && which(i))
                known.Add(values[i]);
        }

        return [.. known];
    }

    /// <summary>n over k, as a floating-point number.</summary>
    /// <param name="n">Of how many.</param>
    /// <param name="k">How many.</param>
    protected static double Choices(int n, int k) =>
        Math.Exp(MathNet.Numerics.SpecialFunctions.FactorialLn(n) - MathNet.Numerics.SpecialFunctions.FactorialLn(k)
            - MathNet.Numerics.SpecialFunctions.FactorialLn(n - k));
}
