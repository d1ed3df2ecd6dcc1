namespace Isonomia.Simulation.Compilation;

/// <summary>The numbers in which states are kept and stepped.</summary>
public enum Precision
{
    /// <summary>32-bit floats: 24 bits of mantissa.</summary>
    Single,

    /// <summary>64-bit floats: 53 bits of mantissa.</summary>
    Double,
}
