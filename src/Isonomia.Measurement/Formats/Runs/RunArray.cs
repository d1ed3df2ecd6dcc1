using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Numpy;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Runs;

/// <summary>The arrays of a run's folder. Each was written whole, so one that is not is an error.</summary>
internal static class RunArray
{
    /// <summary>Opens an array.</summary>
    /// <exception cref="BadInputException">It is missing, or not whole.</exception>
    public static NpyFile Open(string path)
    {
        if (!File.Exists(path))
            throw new BadInputException(path, "this file of the run is missing, although run.json tells of it; copy the"
                + " whole folder, or simulate again");
        var file = new NpyFile(path);
        if (file.Warnings.Count == 0)
            return file;
        file.Dispose();
        throw new BadInputException(path, file.Warnings[0] + "; it was not copied or written to its end");
    }

    /// <summary>All numbers of a one-dimensional array.</summary>
    /// <exception cref="BadInputException">It is missing, not whole, or has another shape.</exception>
    public static double[] Read(string path)
    {
        using var file = Open(path);
        var array = file.Numbers("");
        return array.Shape.Count == 1
            ? array.Numbers.ToArray()
            : throw new BadInputException(path, $"one dimension was expected; it has {array.Shape.Count}");
    }

    /// <summary>The rows and columns of a matrix of samples x cells; a vector is a matrix of one column.</summary>
    /// <exception cref="BadInputException">It has another shape.</exception>
    public static (long Samples, int Columns) Shape(string path, NumberArray array) => array.Shape switch
    {
        [var samples] => (samples, 1),
        [var samples, <= int.MaxValue and var columns] when array.RowMajor || samples <= 1 || columns <= 1 =>
            (samples, (int)columns),
        [_, _] => throw new BadInputException(path, "an array in C order was expected; it is in Fortran order"),
        _ => throw new BadInputException(path, $"samples x cells were expected; it has {array.Shape.Count} dimensions"),
    };
}
