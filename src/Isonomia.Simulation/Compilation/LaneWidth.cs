namespace Isonomia.Simulation.Compilation;

/// <summary>How many bits of cells compiled code steps at once. All widths give the same bits.</summary>
public enum LaneWidth
{
    /// <summary>The widest that the processor does at full speed.</summary>
    Widest = 0,

    /// <summary>One cell at a time.</summary>
    Scalar = 1,

    /// <summary>128 bits: 4 floats or 2 doubles.</summary>
    Bits128 = 128,

    /// <summary>256 bits: 8 floats or 4 doubles.</summary>
    Bits256 = 256,

    /// <summary>512 bits: 16 floats or 8 doubles.</summary>
    Bits512 = 512,
}
