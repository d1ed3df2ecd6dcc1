using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isonomia.Modeling.Circuits;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Connectivity.Kernels;

namespace Isonomia.Simulation.Connectivity.Values;

/// <summary>Keeps drawn values within their limits: moved to the limit, or drawn again.</summary>
internal readonly struct ValueLimits(SynapticValue value)
{
    private const int Attempts = 1000;

    private readonly bool redraws =
        value.Limit == LimitRule.Redraw
        && value is SynapticValue.Normal or SynapticValue.LogNormal or SynapticValue.Uniform;

    private readonly double minimum = value.Minimum;
    private readonly double maximum = value.Maximum;

    /// <summary>Whether there are any.</summary>
    public bool Exist => !double.IsNegativeInfinity(minimum) || !double.IsPositiveInfinity(maximum);

    /// <summary>Moves a value to the limit that it is beyond.</summary>
    public double Clip(double x) => Math.Min(maximum, Math.Max(minimum, x));

    /// <summary>Applies them to the values of draws from <paramref name="first"/> on.</summary>
    /// <param name="row">The counters of the draws.</param>
    /// <param name="first">The first draw.</param>
    /// <param name="values">Their values.</param>
    /// <param name="ofBits">What value a draw's bits give.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(in CounterSpace row, int first, Span<double> values, Func<uint, double> ofBits)
    {
        // Most runs of four are within.
        Vector256<double> low = Vector256.Create(minimum), high = Vector256.Create(maximum);
        var done = 0;
        for (; done + 4 <= values.Length; done += 4)
        {
            var four = Vector256.Create<double>(values[done..]);
            if (!(Vector256.GreaterThanOrEqualAll(four, low) && Vector256.LessThanOrEqualAll(four, high)))
                One(row, first + done, values.Slice(done, 4), ofBits);
        }

        One(row, first + done, values[done..], ofBits);
    }

    private void One(in CounterSpace row, int first, Span<double> values, Func<uint, double> ofBits)
    {
        for (var i = 0; i < values.Length; i++)
        {
            for (var attempt = 0; redraws && attempt < Attempts && !IsWithin(values[i]); attempt++)
                values[i] = ofBits(RowBits.Again(row, first + i, attempt));
            values[i] = Clip(values[i]);
        }
    }

    private bool IsWithin(double x) => x >= minimum && x <= maximum;
}
