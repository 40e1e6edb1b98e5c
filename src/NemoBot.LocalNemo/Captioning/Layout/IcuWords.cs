using System.Globalization;
using System.Runtime.InteropServices;

namespace NemoBot.LocalNemo.Captioning.Layout;

/// <summary>
/// Word boundaries of the ICU library, which has dictionaries of the languages without spaces. FFmpeg's packages install it on most
/// systems; .NET does not show this part of it.
/// </summary>
internal sealed class IcuWords
{
    private const int Word = 1;
    private const int Newest = 90;
    private const int Oldest = 60;
    private static readonly Lazy<IcuWords?> Loaded = new(Load);
    private readonly OpenFunction _open;
    private readonly NextFunction _next;
    private readonly CloseFunction _close;

    private IcuWords(nint library, string version)
    {
        T Import<T>(string name) => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(library, name + version));
        (_open, _next, _close) = (Import<OpenFunction>("ubrk_open"), Import<NextFunction>("ubrk_next"), Import<CloseFunction>("ubrk_close"));
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint OpenFunction(int type, nint locale, nint text, int length, out int status);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int NextFunction(nint iterator);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void CloseFunction(nint iterator);

    /// <summary>Null: the library is not installed.</summary>
    public static IcuWords? Instance => Loaded.Value;

    /// <summary>Places between words; null: there is no dictionary.</summary>
    public IReadOnlySet<int>? Find(string text)
    {
        var (locale, copy) = (Marshal.StringToCoTaskMemUTF8("zh"), Marshal.StringToCoTaskMemUni(text));
        try
        {
            var iterator = _open(Word, locale, copy, text.Length, out var status);
            return status > 0 || iterator == 0 ? null : Read(iterator);
        }
        finally
        {
            Marshal.FreeCoTaskMem(locale);
            Marshal.FreeCoTaskMem(copy);
        }
    }

    private HashSet<int> Read(nint iterator)
    {
        HashSet<int> places = [];
        for (var place = _next(iterator); place >= 0; place = _next(iterator))
        {
            places.Add(place);
        }

        _close(iterator);
        return places;
    }

    private static IcuWords? Load()
    {
        for (var number = Newest; number >= Oldest; number--)
        {
            var version = number.ToString(CultureInfo.InvariantCulture);
            if (NativeLibrary.TryLoad($"libicuuc.so.{version}", out var library) && NativeLibrary.TryGetExport(library, $"ubrk_open_{version}", out _))
            {
                return new IcuWords(library, $"_{version}");
            }
        }

        return null;
    }
}
