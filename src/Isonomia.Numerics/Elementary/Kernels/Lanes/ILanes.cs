namespace Isonomia.Numerics.Elementary.Kernels.Lanes;

/// <summary>
/// A vector of floats or of doubles. A kernel written over it is one text that runs at every width and, where it asks
/// for constants of both precisions, in both. Every operation is one that IEEE 754 defines to the bit or acts on bits,
/// and a fused multiply-add is fused everywhere (in software where the processor has none), so that an item's result
/// does not depend on the width, its neighbours or the processor. Comparisons give all bits or none.
/// </summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Whether the lanes are floats; constant to the compiler, which drops the branch not taken.</summary>
    static abstract bool IsSingle { get; }

    /// <summary>How many lanes there are.</summary>
    static abstract int Count { get; }

    /// <summary>A constant in every lane, rounded to the precision of the lanes.</summary>
    static abstract TSelf Of(double value);

    /// <summary>A constant that differs with precision.</summary>
    static abstract TSelf Of(float single, double full);

    /// <summary>Bits that differ with precision.</summary>
    static abstract TSelf OfBits(int single, long full);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a);

    static abstract TSelf operator &(TSelf a, TSelf b);

    static abstract TSelf operator |(TSelf a, TSelf b);

    static abstract TSelf operator ^(TSelf a, TSelf b);

    /// <summary>a b + c, rounded once.</summary>
    static abstract TSelf Fma(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Sqrt(TSelf x);

    static abstract TSelf Abs(TSelf x);

    static abstract TSelf Floor(TSelf x);

    /// <summary>The lesser of a limit that is a number and an item; NaN stays NaN.</summary>
    static abstract TSelf AtMost(TSelf limit, TSelf x);

    /// <summary>The greater of a limit that is a number and an item; NaN stays NaN.</summary>
    static abstract TSelf AtLeast(TSelf limit, TSelf x);

    static abstract TSelf Less(TSelf a, TSelf b);

    static abstract TSelf Equal(TSelf a, TSelf b);

    /// <summary>Whether a &lt;= b in every lane; false if any is NaN.</summary>
    static abstract bool AllLessOrEqual(TSelf a, TSelf b);

    /// <summary>Whether a &lt; b in every lane, both read as signed integers.</summary>
    static abstract bool AllLessBits(TSelf a, TSelf b);

    /// <summary>Items of a where the mask is set, else of b.</summary>
    static abstract TSelf Select(TSelf mask, TSelf a, TSelf b);

    /// <summary>Sum of the items read as integers.</summary>
    static abstract TSelf AddBits(TSelf a, TSelf b);

    /// <summary>Whether the items read as integers are equal, by lane.</summary>
    static abstract TSelf EqualBits(TSelf a, TSelf b);

    static abstract TSelf ShiftBitsLeft(TSelf a, int count);

    /// <summary>Shifts zeros in.</summary>
    static abstract TSelf ShiftBitsRight(TSelf a, int count);

    /// <summary>Whether <see cref="ScaleNative"/> may be called.</summary>
    static abstract bool HasScale { get; }

    /// <summary>x 2^n for whole n, rounded once.</summary>
    static abstract TSelf ScaleNative(TSelf x, TSelf n);

    static abstract double Get(TSelf x, int lane);

    /// <summary>The vector with one lane replaced.</summary>
    static abstract TSelf With(TSelf x, int lane, double value);
}
