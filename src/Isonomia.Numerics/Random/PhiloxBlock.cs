namespace Isonomia.Numerics.Random;

/// <summary>The 128 bits that one evaluation of <see cref="Philox4x32"/> yields.</summary>
/// <param name="X0">First word.</param>
/// <param name="X1">Second word.</param>
/// <param name="X2">Third word.</param>
/// <param name="X3">Fourth word.</param>
public readonly record struct PhiloxBlock(uint X0, uint X1, uint X2, uint X3)
{
    /// <summary>The first 64 bits: X0 below X1.</summary>
    public ulong Low => X0 | (ulong)X1 << 32;

    /// <summary>The last 64 bits: X2 below X3.</summary>
    public ulong High => X2 | (ulong)X3 << 32;
}
