using static Isonomia.Measurement.Formats.Hdf5.Writing.Hdf5WritingNative;

namespace Isonomia.Measurement.Formats.Hdf5.Writing;

/// <summary>The types in which numbers are stored: as this machine holds them.</summary>
internal static class Hdf5Type
{
    /// <summary>The type of a number.</summary>
    /// <exception cref="NotSupportedException">Numbers of that type are not written.</exception>
    public static long Of<T>()
        where T : unmanaged => Global(default(T) switch
        {
            double => "H5T_NATIVE_DOUBLE_g",
            float => "H5T_NATIVE_FLOAT_g",
            int => "H5T_NATIVE_INT32_g",
            uint => "H5T_NATIVE_UINT32_g",
            long => "H5T_NATIVE_INT64_g",
            ulong => "H5T_NATIVE_UINT64_g",
            _ => throw new NotSupportedException($"Numbers of type {typeof(T).Name} are not written."),
        });
}
