namespace Isonomia.Numerics.Files;

/// <summary>Columns of numbers that are in memory.</summary>
public static class Columns
{
    /// <summary>A column of some numbers.</summary>
    /// <typeparam name="T">What they are.</typeparam>
    /// <param name="numbers">The numbers.</param>
    public static Column<T> Of<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged => new ArrayColumn<T>(numbers.ToArray());

    /// <summary>A column of the numbers of an array, which is not copied.</summary>
    /// <typeparam name="T">What they are.</typeparam>
    /// <param name="numbers">The numbers.</param>
    public static Column<T> From<T>(T[] numbers)
        where T : unmanaged => new ArrayColumn<T>(numbers);
}
