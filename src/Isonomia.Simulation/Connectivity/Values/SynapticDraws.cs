using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Isonomia.Modeling.Circuits;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Random.Kernels;
using Isonomia.Simulation.Compilation.Kernels;
using Isonomia.Simulation.Connectivity.Kernels;
using Isonomia.Simulation.Connectivity.Space;

namespace Isonomia.Simulation.Connectivity.Values;

/// <summary>
/// The weights, or the delays, of a projection: each a pure function of the seed, the projection's name, the row it
/// belongs to and its place in the row. A drawn value takes 32 random bits; normals are computed in single precision,
/// so a value is mean + sd z with z good to 8e-7 of its size.
/// </summary>
internal sealed class SynapticDraws
{
    // The largest normal that 32 bits give is 6.34.
    private const double Reach = 6.4;

    private readonly SynapticValue value;
    private readonly ValueLimits limits;
    private readonly PairDistance? distance;
    private readonly KernelValue kernel;
    private readonly ulong seed;
    private readonly uint purpose;
    private readonly Func<uint, double> ofBits;

    /// <summary>The values of a quantity ("weight", "delay") of a projection.</summary>
    /// <exception cref="ProjectionException">The values make no sense, or the populations have no common space.
    /// </exception>
    public SynapticDraws(
        SynapticValue value, ulong seed, string quantity, string projection, Func<PairDistance> distance)
    {
        (this.value, this.seed) = (value, seed);
        purpose = RandomPurpose.Named(quantity + " " + projection).Code;
        limits = new ValueLimits(value);
        if (!(value.Minimum <= value.Maximum))
        {
            throw new ProjectionException(
                $"Projection '{projection}': the {quantity} should lie between {value.Minimum} and {value.Maximum}, "
                + "which leaves nothing; exchange the limits.");
        }

        if (value is SynapticValue.OfDistance or SynapticValue.Conduction)
            this.distance = distance();
        if (value is SynapticValue.OfDistance by)
            kernel = KernelValue.In(projection, this.distance!.Space, by.Kernel, by.Width);
        ofBits = OfBits;
        Bounds = Bound();
        if (!(double.IsFinite(Bounds.Min) && double.IsFinite(Bounds.Max)))
            throw new ProjectionException($"Projection '{projection}': the {quantity} is not finite.");
    }

    /// <summary>The value of all, where it is one; limited.</summary>
    public double? Constant => value is SynapticValue.Constant constant ? limits.Clip(constant.Value) : null;

    /// <summary>Between what the values lie.</summary>
    public ValueBounds Bounds { get; }

    /// <summary>Values of synapses from place <paramref name="first"/> of a row on (a multiple of 4).</summary>
    public void Fill(
        int row, int first, ReadOnlySpan<int> sources, ReadOnlySpan<int> targets, Span<double> values, Span<uint> bits)
    {
        if (Constant is { } constant)
        {
            values.Fill(constant);
            return;
        }

        if (distance is not null)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = limits.Clip(OfDistance(distance.Between(sources[i], targets[i])));
            return;
        }

        var space = new CounterSpace(seed, purpose, (uint)row);
        var draws = bits[..values.Length];
        RowBits.Fill(space, first, draws);
        Turn(draws, values);
        if (limits.Exist)
            limits.Apply(space, first, values, ofBits);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Turn(Span<uint> draws, Span<double> values)
    {
        switch (value)
        {
            case SynapticValue.Normal normal:
                DrawnValues.Scale(Normals(draws), normal.Mean, normal.StandardDeviation, values);
                break;
            case SynapticValue.LogNormal log:
                DrawnValues.Scale(Normals(draws), Math.Log(Math.Abs(log.Median)), log.Sigma, values);
                DrawnValues.Exp(values, log.Median);
                break;
            case SynapticValue.Uniform uniform:
                DrawnValues.Uniform(draws, uniform.Low, uniform.High, values);
                break;
        }
    }

    private static ReadOnlySpan<float> Normals(Span<uint> draws)
    {
        CellDraws.Normals(draws);
        return MemoryMarshal.Cast<uint, float>(draws);
    }

    // One draw at a time, of those that are drawn again; in double precision, as that is no slower for one.
    private double OfBits(uint bits)
    {
        var uniform = (bits + 0.5) * (1.0 / (1L << 32));
        return value switch
        {
            SynapticValue.Normal normal => normal.Mean + normal.StandardDeviation * NormalQuantile.At(uniform),
            SynapticValue.LogNormal log => log.Median * Math.Exp(log.Sigma * NormalQuantile.At(uniform)),
            SynapticValue.Uniform range => range.Low + (range.High - range.Low) * (bits * (1.0 / (1L << 32))),
            _ => throw new InvalidOperationException("A value that is not drawn."),
        };
    }

    private double OfDistance(double d) => value switch
    {
        SynapticValue.OfDistance by => by.Low + (by.High - by.Low) * kernel.At(d),
        SynapticValue.Conduction by => by.Offset + d / by.Velocity,
        _ => throw new InvalidOperationException("A value that does not depend on distance."),
    };

    private ValueBounds Bound()
    {
        var (low, high, isExact) = value switch
        {
            SynapticValue.Constant constant => (constant.Value, constant.Value, true),
            SynapticValue.Normal normal => Around(normal.Mean, Reach * Math.Abs(normal.StandardDeviation)),
            SynapticValue.LogNormal log => Around(log),
            SynapticValue.Uniform uniform => (uniform.Low, uniform.High, true),
            SynapticValue.OfDistance by => (by.Low, by.High, true),
            _ => (OfDistance(0), OfDistance(distance!.Largest), true),
        };
        if (low > high)
            (low, high) = (high, low);
        var (min, max) = (limits.Clip(low), limits.Clip(high));
        return new ValueBounds(min, max, isExact || (min > low && max < high));
    }

    private static (double Low, double High, bool IsExact) Around(double mean, double reach) =>
        (mean - reach, mean + reach, reach == 0);

    private static (double Low, double High, bool IsExact) Around(SynapticValue.LogNormal log)
    {
        var factor = Math.Exp(Reach * Math.Abs(log.Sigma));
        return (log.Median / factor, log.Median * factor, factor == 1);
    }
}
